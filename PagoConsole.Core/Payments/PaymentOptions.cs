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
}
