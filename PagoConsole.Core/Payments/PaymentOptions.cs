using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;

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

    /// <summary>How long a payable code lives where something of this category is ordered, in hours, instead of <see cref="VoucherHours"/>.</summary>
    /// <value>
    /// Default: none. <c>Payments:CategoryVoucherHours:electronics=12</c>; the category as orders name it, in any case, 1 to 168. Of several the
    /// shortest holds; a rule may shorten it further.
    /// </value>
    public Dictionary<string, int> CategoryVoucherHours { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often a second this node may ask PagoEfectivo about payments of which no delivery came.</summary>
    /// <value>Default 20; 1 to 1000.</value>
    [Range(1, 1000, ErrorMessage = "takes 1 to 1000 a second")]
    public int PollsPerSecond { get; set; } = 20;

    /// <summary>At what share of payments found by asking, because their webhook did not come, an alarm is raised, in percent.</summary>
    /// <value>Default 20; 1 to 100.</value>
    [Range(1, 100, ErrorMessage = "takes 1 to 100 percent")]
    public int MissedWebhooksPercent { get; set; } = 20;

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
    public bool MoneyNeedsSecond(Money money, RiskRates rates) => MoneySecondApprovalAmount > 0 && rates.Reaches(money, MoneySecondApprovalAmount);

    /// <summary>How long the code of an order lives, before any rule.</summary>
    internal int VoucherMinutesOf(IEnumerable<string?> categories)
    {
        var named = categories.OfType<string>().Select(category => CategoryVoucherHours.GetValueOrDefault(category.Trim())).Where(hours => hours > 0).ToList();
        return (named.Count > 0 ? named.Min() : VoucherHours) * 60;
    }
}

/// <summary>Checks what the annotations cannot.</summary>
internal sealed class CheckPaymentOptions : IValidateOptions<PaymentOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentOptions options)
    {
        var faults = options.CategoryVoucherHours.Where(own => own.Value is < 1 or > 168)
            .Select(own => $"{PaymentOptions.Section}:{nameof(PaymentOptions.CategoryVoucherHours)}:{own.Key}: takes 1 to 168 hours").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
