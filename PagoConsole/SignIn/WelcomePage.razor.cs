using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>Somebody who was invited, or whose password was reset, chooses one and is signed in with it.</summary>
public sealed partial class WelcomePage
{
    private Person? person;
    private string? fault;

    [Inject]
    internal IStringLocalizer<SignInText> Text { get; set; } = default!;

    [Inject]
    internal UsePersonLink Links { get; set; } = default!;

    [Inject]
    internal UserManager<Person> People { get; set; } = default!;

    [Inject]
    internal SignInDoor Door { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Parameter]
    public required string Token { get; set; }

    [SupplyParameterFromForm(Name = "Input", FormName = "welcome")]
    internal PasswordForm? Posted { get; set; }

    protected override async Task OnInitializedAsync() => person = await Links.FindAsync(Token, Context.RequestAborted);

    private async Task SubmitAsync()
    {
        if (person is null) return;
        if (await PasswordRules.FaultOfAsync(People, person, Posted?.Password, Posted?.Again) is { } key)
        {
            fault = Text[key];
            return;
        }

        var used = await Links.RunAsync(Token, Posted!.Password!, Context.RequestAborted);
        if (!used.Done)
        {
            person = null;
            return;
        }

        var answer = await Door.PasswordAsync(Context, person.UserName!, Posted.Password!);
        Navigation.NavigateTo(
            answer.Outcome switch
            {
                SignInOutcome.SignedIn => ConsoleUrls.Home,
                SignInOutcome.CodeAsked => ConsoleUrls.SignInCode,
                _ => ConsoleUrls.SignIn,
            },
            forceLoad: true);
    }
}

/// <summary>What a form with a new password sends.</summary>
internal sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }
}
