using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People;
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
    internal SignInManager<Person> Session { get; set; } = default!;

    [Inject]
    internal SeedDemoPeople DemoPeople { get; set; } = default!;

    [Inject]
    internal IHostEnvironment Host { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Inject]
    internal ILogger<SignInPage> Logger { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(Name = "Input", FormName = "sign-in")]
    internal Form? Posted { get; set; }

    [SupplyParameterFromQuery(Name = ConsoleUrls.ReturnUrlParameter)]
    public string? ReturnUrl { get; set; }

    private Form Input => Posted ?? Empty;

    private Form Empty { get; } = new();

    protected override void OnInitialized()
    {
        if (!Host.IsProduction()) demo = DemoPeople.Addresses;
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity?.IsAuthenticated == true) GoOn();
    }

    private async Task SubmitAsync()
    {
        var asDemo = Input.Demo is { } wanted && demo.Contains(wanted);
        var email = (asDemo ? Input.Demo : Input.Email)?.Trim() ?? "";
        var password = (asDemo ? DemoPeopleOptions.Password : Input.Password) ?? "";
        if (await Session.UserManager.FindByNameAsync(email) is not { } person)
        {
            // As long as a wrong password takes, so that the time tells nobody which addresses exist.
            Session.UserManager.PasswordHasher.HashPassword(new Person { DisplayName = "" }, password);
            fault = Text["Wrong"];
            return;
        }

        var result = await Session.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Log.SignedIn(Logger, person.Id);
            if (person.Culture is { } culture) LanguageEndpoint.Remember(Context.Response, culture);
            GoOn();
        }
        else
        {
            Log.Refused(Logger, person.Id, result.ToString());
            fault = result.IsLockedOut ? Text["Locked", MinutesLocked(person)] : result.IsNotAllowed ? Text["Disabled"] : Text["Wrong"];
        }
    }

    private int MinutesLocked(Person person) =>
        person.LockoutEnd is { } end ? Math.Max(1, (int)Math.Ceiling((end - Time.GetUtcNow()).TotalMinutes)) : 1;

    private void GoOn() => Navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl), forceLoad: true);

    /// <summary>What the form sends.</summary>
    internal sealed class Form
    {
        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? Demo { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(9111, LogLevel.Information, "Person {PersonId} signed in")]
        public static partial void SignedIn(ILogger logger, string personId);

        [LoggerMessage(9112, LogLevel.Warning, "Person {PersonId} was not let in: {Reason}")]
        public static partial void Refused(ILogger logger, string personId, string reason);
    }
}
