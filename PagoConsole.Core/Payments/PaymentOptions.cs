using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Payments;

/// <summary>Section <c>Payments</c>.</summary>
public sealed class PaymentOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Payments";

    /// <summary>How long a payable code lives, in hours; a rule may shorten it.</summary>
    /// <value>Default 24; 1 to 168. 12 to 24 are usual.</value>
    [Range(1, 168, ErrorMessage = "takes 1 to 168 hours")]
    public int VoucherHours { get; set; } = 24;

    /// <summary>How long a due order waits for PagoEfectivo to be reached before it expires unasked, in minutes.</summary>
    /// <value>Default 30; 0 to 1440.</value>
    [Range(0, 1440, ErrorMessage = "takes 0 to 1440 minutes")]
    public int ExpiryGraceMinutes { get; set; } = 30;

    /// <summary>From this amount on, in soles, a second, different person of finance must decide a money case too; 0 never asks for one.</summary>
    /// <value>Default 3000; 0 to 1000000.</value>
    [Range(0, 1_000_000, ErrorMessage = "takes 0 to 1000000 soles")]
    public decimal MoneySecondApprovalAmount { get; set; } = 3000m;

    /// <summary>After how many business days a money case that nobody settled raises an alarm; and again every four days from then on.</summary>
    /// <value>Default 3; 1 to 30.</value>
    [Range(1, 30, ErrorMessage = "takes 1 to 30 days")]
    public int MoneyAlarmDays { get; set; } = 3;

    /// <summary>Whether a second person must decide about an amount.</summary>
    public bool MoneyNeedsSecond(decimal inSoles) => MoneySecondApprovalAmount > 0 && inSoles >= MoneySecondApprovalAmount;
}
