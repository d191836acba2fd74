using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>Says what a dispute is about.</summary>
internal static class DisputeWords
{
    public static string ReasonOf(this IStringLocalizer<DisputesText> text, DisputeReason? code) => code is null ? text["Reason_None"] : text[$"Reason_{code}"];

    public static string Percent(double? share) => share is { } part ? part.ToString("P0", System.Globalization.CultureInfo.CurrentCulture) : "–";

    /// <summary>Says what was wrong, by the field where that is known.</summary>
    public static string FaultOf(this IStringLocalizer<DisputesText> text, Refusal refusal, IStringLocalizer<SharedText> words) =>
        refusal is { Code: RefusalCode.Invalid, Field: { } field } && text[$"Fault_{field}"] is { ResourceNotFound: false } known ? known : words.Of(refusal);
}
