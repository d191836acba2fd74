using Microsoft.Extensions.Localization;
using PagoConsole.Core.People.SignIns;

namespace PagoConsole.SignIn;

/// <summary>Says why somebody was not let in, without saying more than they may know.</summary>
internal static class SignInWords
{
    public static string? Of(this IStringLocalizer<SignInText> text, SignInAnswer answer, DateTimeOffset now) => Words(text, answer, now)?.Value;

    private static LocalizedString? Words(IStringLocalizer<SignInText> text, SignInAnswer answer, DateTimeOffset now) => answer.Outcome switch
    {
        SignInOutcome.SignedIn or SignInOutcome.CodeAsked => null,
        SignInOutcome.UnknownPerson or SignInOutcome.WrongPassword => text["Wrong"],
        SignInOutcome.WrongCode => text["Code_Wrong"],
        SignInOutcome.LockedOut => text["Locked", Math.Max(1, (int)Math.Ceiling(((answer.LockedUntil ?? now) - now).TotalMinutes))],
        SignInOutcome.Disabled => text["Disabled"],
        SignInOutcome.NoRole => text["Provider_NoRole"],
        SignInOutcome.NotLinked => text["Provider_NotLinked"],
        SignInOutcome.ProviderFailed => text["Provider_Failed"],
        SignInOutcome.TooMany => text["TooMany"],
    };
}
