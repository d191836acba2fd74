using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>The second step of signing in, for those with a second factor.</summary>
public sealed partial class SignInCodePage
{
    private Person? person;
    private string? fault;

    [Inject]
    internal IStringLocalizer<SignInText> Text { get; set; } = default!;

    [Inject]
    internal SignInDoor Door { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(Name = "Input", FormName = "code")]
    internal Form? Posted { get; set; }

    [SupplyParameterFromQuery(Name = ConsoleUrls.ReturnUrlParameter)]
    public string? ReturnUrl { get; set; }

    /// <summary>With a recovery code in place of the authenticator's.</summary>
    [SupplyParameterFromQuery(Name = "recovery")]
    public bool Recovery { get; set; }

    protected override async Task OnInitializedAsync()
    {
        person = await Door.WaitingAsync();
        if (person is null) Navigation.NavigateTo(ConsoleUrls.SignInFrom(LocalUrl.OrHome(ReturnUrl)), forceLoad: true);
    }

    private async Task SubmitAsync()
    {
        if (person is null) return;
        var answer = await Door.CodeAsync(Context, person, Posted?.Code ?? "", Recovery);
        if (answer.Outcome == SignInOutcome.SignedIn) Navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl), forceLoad: true);
        else fault = Text.Of(answer, Time.GetUtcNow());
    }

    /// <summary>What the form sends.</summary>
    internal sealed class Form
    {
        public string? Code { get; set; }
    }
}
