using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PagoConsole.Core.People;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>Signing in, as a plain form: a cookie can only be set by an answer of its own.</summary>
public sealed partial class SignInPage
{
    private IReadOnlyList<string> demo = [];
    private string? fault;

    [Inject]
    internal IStringLocalizer<SignInText> Text { get; set; } = default!;

    [Inject]
    internal SignInDoor Door { get; set; } = default!;

    [Inject]
    internal SeedDemoPeople DemoPeople { get; set; } = default!;

    [Inject]
    internal IOptions<SigningInOptions> Options { get; set; } = default!;

    [Inject]
    internal IHostEnvironment Host { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(Name = "Input", FormName = "sign-in")]
    internal Form? Posted { get; set; }

    [SupplyParameterFromQuery(Name = ConsoleUrls.ReturnUrlParameter)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why the identity provider's word was not enough.</summary>
    [SupplyParameterFromQuery(Name = "refused")]
    public string? RefusedName { get; set; }

    private Form Input => Posted ?? Empty;

    private Form Empty { get; } = new();

    private ProviderOptions Provider => Options.Value.OpenIdConnect;

    private string ProviderName => string.IsNullOrWhiteSpace(Provider.Name) ? new Uri(Provider.Authority!).Host : Provider.Name;

    protected override void OnInitialized()
    {
        if (!Host.IsProduction()) demo = DemoPeople.Addresses;
        if (!HttpMethods.IsGet(Context.Request.Method)) return;
        if (Enum.TryParse<SignInOutcome>(RefusedName, out var refused) && Enum.IsDefined(refused)) fault = Text.Of(new SignInAnswer(refused), Time.GetUtcNow());
        if (Context.User.Identity?.IsAuthenticated == true) GoOn();
    }

    private async Task SubmitAsync()
    {
        var asDemo = Input.Demo is { } wanted && demo.Contains(wanted);
        var email = (asDemo ? Input.Demo : Input.Email)?.Trim() ?? "";
        var password = (asDemo ? DemoPeopleOptions.Password : Input.Password) ?? "";
        var answer = await Door.PasswordAsync(Context, email, password);
        if (answer.Outcome == SignInOutcome.SignedIn) GoOn();
        else if (answer.Outcome == SignInOutcome.CodeAsked) Navigation.NavigateTo(ConsoleUrls.SignInCodeFrom(LocalUrl.OrHome(ReturnUrl)), forceLoad: true);
        else fault = Text.Of(answer, Time.GetUtcNow());
    }

    private void GoOn() => Navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl), forceLoad: true);

    /// <summary>What the form sends.</summary>
    internal sealed class Form
    {
        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? Demo { get; set; }
    }
}
