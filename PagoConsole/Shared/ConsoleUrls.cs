using PagoConsole.Hosting;

namespace PagoConsole.Shared;

/// <summary>Every address that a page links to is built here.</summary>
internal static class ConsoleUrls
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Forbidden = "/forbidden";
    public const string NotFound = "/not-found";
    public const string ReturnUrlParameter = "returnUrl";

    /// <summary>Where the first admin of an empty installation chooses a password.</summary>
    public static string Setup(string token) => $"/setup/{Uri.EscapeDataString(token)}";

    /// <summary>Sign-in that comes back to where somebody was.</summary>
    public static string SignInFrom(string returnTo) => $"{SignIn}?{ReturnUrlParameter}={Uri.EscapeDataString(returnTo)}";

    /// <summary>Switches the language and comes back.</summary>
    public static string Language(string culture, string returnTo) =>
        $"{LanguageEndpoint.Path}?to={Uri.EscapeDataString(culture)}&{ReturnUrlParameter}={Uri.EscapeDataString(returnTo)}";
}
