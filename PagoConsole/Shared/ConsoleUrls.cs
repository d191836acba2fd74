using PagoConsole.Hosting;

namespace PagoConsole.Shared;

/// <summary>Every address that a page links to is built here.</summary>
internal static class ConsoleUrls
{
    public const string Home = "/";

    /// <summary>Switches the language and comes back.</summary>
    public static string Language(string culture, string returnTo) =>
        $"{LanguageEndpoint.Path}?to={Uri.EscapeDataString(culture)}&returnUrl={Uri.EscapeDataString(returnTo)}";
}
