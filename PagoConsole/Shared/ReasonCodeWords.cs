using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>Says why a reviewer decided. A configured word that we have no translation for is shown as it was configured.</summary>
internal static class ReasonCodeWords
{
    public static string ReasonCodeOf(this IStringLocalizer<SharedText> text, string code) =>
        text[$"ReasonCode_{code}"] is { ResourceNotFound: false } known ? known : code.Replace('_', ' ');
}
