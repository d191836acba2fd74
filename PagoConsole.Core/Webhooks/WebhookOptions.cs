using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Webhooks;

/// <summary>Section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Webhooks";

    /// <summary>How many refused deliveries a minute one address is told the reason of; beyond that it is told to slow down (429).</summary>
    /// <value>Default: 60. From 1 to 100,000.</value>
    [Range(1, 100_000, ErrorMessage = "takes a number of deliveries a minute from 1 to 100000")]
    public int RefusedPerMinute { get; set; } = 60;
}
