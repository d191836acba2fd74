using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>Says a refusal in the reader's language.</summary>
internal static class RefusalWords
{
    public static string Of(this IStringLocalizer<SharedText> text, Refusal refusal) => text[$"Refusal_{refusal.Code}", [.. refusal.Args ?? []]];
}
