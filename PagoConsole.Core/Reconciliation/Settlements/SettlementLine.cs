using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>
/// What the report of a day says will be settled on a date for a seller, as the last run counted it. All in hundredths; money that went back
/// is kept beside money that came in, and lowers what is settled.
/// </summary>
public sealed class SettlementLine
{
    /// <summary>The business day of the report.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it is settled; <see cref="DateOnly.MaxValue"/> where the report names no date.</summary>
    public required DateOnly SettlementDate { get; init; }

    /// <summary>The seller; empty where the report names none.</summary>
    public required string SellerId { get; init; }

    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Lines of money that came in.</summary>
    public long Rows { get; set; }

    /// <summary>What they come to.</summary>
    public long AmountMinor { get; set; }

    /// <summary>Lines of money that went back.</summary>
    public long RefundRows { get; set; }

    /// <summary>What those come to, as a positive amount.</summary>
    public long RefundMinor { get; set; }

    /// <summary>Commission.</summary>
    public long FeeMinor { get; set; }

    /// <summary>Tax on it.</summary>
    public long FeeTaxMinor { get; set; }

    /// <summary>What is to be settled; negative where more went back than came in.</summary>
    public long NetMinor { get; set; }
}
