using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>Says of a text that was erased under which retention run it was.</summary>
internal static class ErasedWords
{
    /// <summary>The text, or that it was erased.</summary>
    [return: NotNullIfNotNull(nameof(stored))]
    public static string? OrErased(this IStringLocalizer<SharedText> text, string? stored) => Erased.RunOf(stored) is { } run ? text["Erased_Under", run] : stored;
}
