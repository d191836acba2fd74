using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>Days and signed amounts in words.</summary>
internal static class SettlementWords
{
    /// <summary>Why it cannot be taken, by the name that the refusal gives.</summary>
    public const string FaultPrefix = "Fault_";

    private const int LongestValue = 40;

    /// <summary>Why it cannot be taken, with what was written.</summary>
    public static string FaultOf(this IStringLocalizer<SettlementText> text, CreditFault fault, string? value)
    {
        var why = text[$"{FaultPrefix}{fault}"].Value;
        return string.IsNullOrWhiteSpace(value) ? why : $"“{(value.Length > LongestValue ? $"{value[..LongestValue]}…" : value)}”: {why}";
    }

    public static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    public static string Month(DateOnly month) => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh" ? DifferenceWords.MonthOf(month) : month.ToString("MMM yyyy", CultureInfo.CurrentCulture);

    public static string Soles(decimal amount) => $"{MoneyFormat.Symbol(Currency.Pen)} {amount.ToString("N2", CultureInfo.CurrentCulture)}";

    public static string Percent(decimal share) => share.ToString("0.0#", CultureInfo.CurrentCulture);
}
