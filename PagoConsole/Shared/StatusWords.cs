using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>Says why an order stands where it stands.</summary>
internal static class StatusWords
{
    /// <summary>The sentence for a stable word such as <c>gateway_refused</c>; a word we do not know is shown as it is.</summary>
    public static string ReasonOf(this IStringLocalizer<SharedText> text, string reason) =>
        text[$"Reason_{reason}"] is { ResourceNotFound: false } words ? words : reason;
}
