using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Money of PagoEfectivo that arrived on the marketplace's bank account, entered by hand or from a file.</summary>
public sealed class BankCredit
{
    /// <summary>Its id.</summary>
    public required string CreditId { get; init; }

    /// <summary>The day on which the bank booked it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Its currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Hundredths; negative where the bank took money back.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>The bank's reference: with date, currency and amount it tells a credit from another, so that a file taken twice adds nothing.</summary>
    public required string Reference { get; init; }

    /// <summary>The file it came from; null for one entered by hand.</summary>
    public string? FileName { get; init; }

    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Who struck it out, for an entry made in error; null while it counts.</summary>
    public string? VoidedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? VoidedAt { get; set; }

    /// <summary>Why.</summary>
    public string? VoidedNote { get; set; }
}
