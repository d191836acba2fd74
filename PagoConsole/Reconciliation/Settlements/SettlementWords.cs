using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>Days and signed amounts in words.</summary>
internal static class SettlementWords
{
    /// <summary>Why it cannot be taken, by the name that the refusal gives.</summary>
    public const string FaultPrefix = "Fault_";

    public static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    public static string Month(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.CurrentCulture);

    public static string Soles(decimal amount) => $"{MoneyFormat.Symbol(Currency.Pen)} {amount.ToString("N2", CultureInfo.CurrentCulture)}";

    public static string Percent(decimal share) => share.ToString("0.0#", CultureInfo.CurrentCulture);
}
