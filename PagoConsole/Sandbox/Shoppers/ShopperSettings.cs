using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Sandbox.Shoppers;

/// <summary>The demo's traffic; section <c>Demo</c>.</summary>
internal sealed class ShopperSettings
{
    public const string Section = "Demo";

    /// <summary>Whether made-up buyers place orders.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Orders in a minute, on average; bursts come on top.</summary>
    /// <value>Default: 12.</value>
    [Range(1, 6000)]
    public int OrdersPerMinute { get; set; } = 12;

    /// <summary>Where all chance starts from; the same seed gives the same buyers and orders.</summary>
    /// <value>Default: 2026.</value>
    public long Seed { get; set; } = 2026;
}
