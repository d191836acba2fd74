using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>Somebody changes their own password; all their other sessions end.</summary>
public sealed partial class OwnPasswordPage
{
    private Person? person;
    private string? fault;
    private bool done;

    [Inject]
    internal IStringLocalizer<SignInText> Text { get; set; } = default!;

    [Inject]
    internal SignInManager<Person> Session { get; set; } = default!;

    [Inject]
    internal NotePassword Note { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(Name = "Input", FormName = "password")]
    internal PasswordForm? Posted { get; set; }

    protected override async Task OnInitializedAsync() => person = await Session.UserManager.GetUserAsync(Context.User);

    private async Task SubmitAsync()
    {
        if (person is null) return;
        if (await PasswordRules.FaultOfAsync(Session.UserManager, person, Posted?.Password, Posted?.Again) is { } key)
        {
            fault = Text[key];
            return;
        }

        // A stolen session must not become a place to guess the password: wrong ones count as at sign-in.
        var right = await Session.CheckPasswordSignInAsync(person, Posted?.Current ?? "", lockoutOnFailure: true);
        if (!right.Succeeded)
        {
            fault = right.IsLockedOut ? Text.Of(new SignInAnswer(Core.People.SignIns.SignInOutcome.LockedOut, person.LockoutEnd), Time.GetUtcNow()) : Text["Password_WrongCurrent"];
            return;
        }

        done = (await Session.UserManager.ChangePasswordAsync(person, Posted!.Current!, Posted.Password!)).Succeeded;
        if (!done)
        {
            fault = Text["Password_Rule"];
            return;
        }

        await Note.RunAsync(person, Context.RequestAborted);
        await Session.RefreshSignInAsync(person);
    }
}
