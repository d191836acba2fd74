using System.ComponentModel.DataAnnotations;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;

namespace PagoConsole.Core.Reconciliation;

/// <summary>Section <c>Reconciliation</c>.</summary>
public sealed class ReconciliationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Reconciliation";

    /// <summary>How many business days after the payment PagoEfectivo settles.</summary>
    /// <value>Default 2; 0 to 30.</value>
    [Range(0, 30, ErrorMessage = "takes 0 to 30 business days")]
    public int SettlementDays { get; set; } = 2;

    /// <summary>Days besides Saturday and Sunday on which no bank settles.</summary>
    /// <value>Default: none. <c>Reconciliation:Holidays:0=2026-12-08</c>.</value>
    public IList<DateOnly> Holidays { get; } = [];

    /// <summary>When the report of the day before is asked for, in Lima.</summary>
    /// <value>Default 06:00.</value>
    public TimeOnly PullAt { get; set; } = new(6, 0);

    /// <summary>From this amount at stake on, in soles, a second, different person of finance must agree to a write-off; 0 never asks for one.</summary>
    /// <value>Default 100; 0 to 1000000.</value>
    [Range(0, 1_000_000, ErrorMessage = "takes 0 to 1000000 soles")]
    public decimal WriteOffSecondApprovalAmount { get; set; } = 100m;

    /// <summary>Whether a second person must agree to write an amount off.</summary>
    public bool WriteOffNeedsSecond(Money money, RiskRates rates) => WriteOffSecondApprovalAmount > 0 && rates.Reaches(money, WriteOffSecondApprovalAmount);
}
