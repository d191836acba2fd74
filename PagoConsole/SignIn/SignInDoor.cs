using Microsoft.AspNetCore.Identity;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Provider;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Hosting;

namespace PagoConsole.SignIn;

/// <summary>What came of an attempt to sign in.</summary>
/// <param name="Outcome">Which.</param>
/// <param name="LockedUntil">Until when the account is locked.</param>
internal sealed record SignInAnswer(SignInOutcome Outcome, DateTimeOffset? LockedUntil = null);

/// <summary>Every way in, over Identity: each attempt is noted, counts towards the account's lock and the address's limit.</summary>
internal sealed partial class SignInDoor(
    SignInManager<Person> session, SignInLog log, SignInFlood flood, AdmitFromProvider admit, ILogger<SignInDoor> logger)
{
    private UserManager<Person> People => session.UserManager;

    /// <summary>The first step: e-mail and password.</summary>
    public async Task<SignInAnswer> PasswordAsync(HttpContext context, string email, string password)
    {
        if (flood.IsFull(context)) return await NoteAsync(context, null, SignInMethod.Password, SignInOutcome.TooMany);
        var person = await People.FindByNameAsync(email);
        if (person is null) return await DenyAsync(context, null, password, SignInOutcome.UnknownPerson);
        if (person.Disabled)
        {
            // Only who knows the password hears that the account is disabled.
            var known = await People.CheckPasswordAsync(person, password);
            return await NoteAsync(context, person, SignInMethod.Password, known ? SignInOutcome.Disabled : SignInOutcome.WrongPassword);
        }

        if (person.PasswordHash is null) return await DenyAsync(context, person, password, SignInOutcome.WrongPassword);
        return await NoteAsync(context, person, SignInMethod.Password, OutcomeOf(
            await session.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true), SignInOutcome.WrongPassword));
    }

    /// <summary>Who has done the first step in this browser; null if nobody.</summary>
    public Task<Person?> WaitingAsync() => session.GetTwoFactorAuthenticationUserAsync();

    /// <summary>The second step: a code of the authenticator, or a recovery code.</summary>
    public async Task<SignInAnswer> CodeAsync(HttpContext context, Person person, string code, bool recovery)
    {
        var method = recovery ? SignInMethod.RecoveryCode : SignInMethod.Code;
        if (flood.IsFull(context)) return await NoteAsync(context, person, method, SignInOutcome.TooMany);
        var result = recovery ? await RecoverAsync(person, code) : await session.TwoFactorAuthenticatorSignInAsync(
            string.Concat(code.Where(char.IsAsciiDigit)), isPersistent: false, rememberClient: false);
        return await NoteAsync(context, person, method, OutcomeOf(result, SignInOutcome.WrongCode));
    }

    /// <summary>Somebody whom the identity provider let in.</summary>
    public async Task<SignInAnswer> ProviderAsync(HttpContext context, ProvidedPerson provided)
    {
        var admitted = await admit.RunAsync(provided, context.RequestAborted);
        if (admitted.Refusal is { } refusal)
        {
            return await NoteAsync(context, null, SignInMethod.Provider, refusal.Code switch
            {
                Core.Foundation.RefusalCode.NotAllowed => SignInOutcome.NoRole,
                Core.Foundation.RefusalCode.PersonTaken => SignInOutcome.NotLinked,
                Core.Foundation.RefusalCode.NotPossibleInThisState => SignInOutcome.Disabled,
                _ => SignInOutcome.ProviderFailed,
            });
        }

        // The action wrote beside Identity, so its own copy of the person is read anew.
        var person = (await People.FindByIdAsync(admitted.Value.Id))!;
        await session.SignInAsync(person, isPersistent: false, authenticationMethod: "provider");
        return await NoteAsync(context, person, SignInMethod.Provider, SignInOutcome.SignedIn);
    }

    /// <summary>The provider said no, or something that cannot be believed.</summary>
    public Task ProviderFailedAsync(HttpContext context) => NoteAsync(context, null, SignInMethod.Provider, SignInOutcome.ProviderFailed);

    private async Task<SignInAnswer> DenyAsync(HttpContext context, Person? person, string password, SignInOutcome outcome)
    {
        // As long as a wrong password takes, so that the time tells nobody which addresses exist.
        People.PasswordHasher.HashPassword(new Person { DisplayName = "" }, password);
        return await NoteAsync(context, person, SignInMethod.Password, outcome);
    }

    private async Task<SignInResult> RecoverAsync(Person person, string code)
    {
        // Identity counts no wrong recovery codes; here they count like any other.
        if (await People.IsLockedOutAsync(person)) return SignInResult.LockedOut;
        var result = await session.TwoFactorRecoveryCodeSignInAsync(code);
        if (result.Succeeded) return result;
        await People.AccessFailedAsync(person);
        return await People.IsLockedOutAsync(person) ? SignInResult.LockedOut : result;
    }

    private static SignInOutcome OutcomeOf(SignInResult result, SignInOutcome wrong) =>
        result.Succeeded ? SignInOutcome.SignedIn
        : result.RequiresTwoFactor ? SignInOutcome.CodeAsked
        : result.IsLockedOut ? SignInOutcome.LockedOut
        : result.IsNotAllowed ? SignInOutcome.Disabled
        : wrong;

    private async Task<SignInAnswer> NoteAsync(HttpContext context, Person? person, SignInMethod method, SignInOutcome outcome)
    {
        await log.RecordAsync(person, SignInFlood.AddressOf(context), method, outcome, context.RequestAborted);
        switch (outcome)
        {
            case SignInOutcome.SignedIn:
                Log.SignedIn(logger, person!.Id, method);
                if (person.Culture is { } culture) LanguageEndpoint.Remember(context.Response, culture);
                break;
            case SignInOutcome.CodeAsked:
                break;
            default:
                flood.Count(context);
                if (outcome != SignInOutcome.TooMany) Log.Refused(logger, person?.Id ?? "-", method, outcome);
                break;
        }

        return new SignInAnswer(outcome, outcome == SignInOutcome.LockedOut ? person?.LockoutEnd : null);
    }

    private static partial class Log
    {
        [LoggerMessage(9111, LogLevel.Information, "Person {PersonId} signed in by {Method}")]
        public static partial void SignedIn(ILogger logger, string personId, SignInMethod method);

        [LoggerMessage(9112, LogLevel.Warning, "Person {PersonId} was not let in by {Method}: {Outcome}")]
        public static partial void Refused(ILogger logger, string personId, SignInMethod method, SignInOutcome outcome);
    }
}
