using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>The lines of reports that are settled together, in hundredths.</summary>
/// <param name="Rows">Lines of money that came in.</param>
/// <param name="AmountMinor">What they come to.</param>
/// <param name="RefundRows">Lines of money that went back.</param>
/// <param name="RefundMinor">What those come to, as a positive amount.</param>
/// <param name="FeeMinor">Commission.</param>
/// <param name="FeeTaxMinor">Tax on it.</param>
/// <param name="NetMinor">What is to be settled.</param>
public sealed record SettlementSum(long Rows, long AmountMinor, long RefundRows, long RefundMinor, long FeeMinor, long FeeTaxMinor, long NetMinor)
{
    /// <summary>Nothing.</summary>
    public static SettlementSum None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Two sums together.</summary>
    public static SettlementSum operator +(SettlementSum one, SettlementSum other) => new(
        one.Rows + other.Rows, one.AmountMinor + other.AmountMinor, one.RefundRows + other.RefundRows, one.RefundMinor + other.RefundMinor,
        one.FeeMinor + other.FeeMinor, one.FeeTaxMinor + other.FeeTaxMinor, one.NetMinor + other.NetMinor);
}

/// <summary>A settlement date in one currency: what PagoEfectivo was to send against what the bank booked.</summary>
/// <param name="Date">The date.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Expected">The lines that are settled on it.</param>
/// <param name="Credits">Bank credits of the date that count.</param>
/// <param name="ReceivedMinor">What they come to.</param>
/// <param name="BroughtMinor">What was still owed from the dates before; negative where too much had come.</param>
/// <param name="IsDue">Whether the date has come.</param>
public sealed record SettlementDay(DateOnly Date, Currency Currency, SettlementSum Expected, int Credits, long ReceivedMinor, long BroughtMinor, bool IsDue)
{
    /// <summary>What came of the date itself: negative where less came than was expected.</summary>
    public long DifferenceMinor => ReceivedMinor - Expected.NetMinor;

    /// <summary>What is still owed after it, and carried to the next date; negative where too much has come.</summary>
    public long CarriedMinor => CarryOver.After(BroughtMinor, Expected.NetMinor, ReceivedMinor);
}

/// <summary>A currency over the period.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="OpeningMinor">What was still owed from before the period.</param>
/// <param name="Expected">The lines of the period.</param>
/// <param name="ReceivedMinor">What the bank booked in it.</param>
/// <param name="NotDueMinor">What of the expected is to come only after today.</param>
public sealed record SettlementBalance(Currency Currency, long OpeningMinor, SettlementSum Expected, long ReceivedMinor, long NotDueMinor)
{
    /// <summary>What is owed at the end of the period; negative where too much has come.</summary>
    public long ClosingMinor => CarryOver.After(OpeningMinor, Expected.NetMinor, ReceivedMinor);

    /// <summary>What of it should have come by today.</summary>
    public long DueMinor => ClosingMinor - NotDueMinor;

    /// <summary>What of the period's own lines should have come by today and did not: negative where less came.</summary>
    public long DifferenceMinor => ReceivedMinor - (Expected.NetMinor - NotDueMinor);

    /// <summary>Whether nothing was to come by today, and nothing came.</summary>
    public bool IsNothingDue => OpeningMinor == 0 && ReceivedMinor == 0 && Expected.NetMinor == NotDueMinor;
}

/// <summary>Lines for which the reports name no settlement date, of report days of the period.</summary>
public sealed record UndatedSettlement(Currency Currency, SettlementSum Expected);

/// <summary>The settlement of a period.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Days">Oldest first, one for each date and currency on which something was expected or came.</param>
/// <param name="Balances">One for each currency.</param>
/// <param name="Undated">What no report has dated.</param>
/// <param name="Rates">The dated rate by which dollars are shown in soles.</param>
public sealed record SettlementView(
    SettlementFilter Filter, IReadOnlyList<SettlementDay> Days, IReadOnlyList<SettlementBalance> Balances, IReadOnlyList<UndatedSettlement> Undated, RiskRates Rates)
{
    /// <summary>What all currencies are owed at the end, in soles at the dated rate.</summary>
    public decimal ClosingInSoles => Balances.Sum(balance => Rates.InSoles(new Money(balance.ClosingMinor, balance.Currency)));
}
