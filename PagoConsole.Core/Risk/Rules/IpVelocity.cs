using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>ip-velocity</c>.</summary>
public sealed record IpVelocitySettings
{
    /// <summary>More orders than this fire it. <value>5</value></summary>
    [Setting(SettingUnit.Count, 1, 400, 1, 2, 3, 5, 8, 12, 20)]
    public int MoreThan { get; init; } = 5;

    /// <summary>The time before the order. <value>10 min</value></summary>
    [Setting(SettingUnit.Minutes, 1, 43_200, 10, 60, 1440, 10_080)]
    public int WindowMinutes { get; init; } = 10;
}

/// <summary>Fires when one network address (of IPv6 one /64) places more orders in a while than people do.</summary>
internal sealed class IpVelocity : Rule<IpVelocitySettings>
{
    public override string Id => "ip-velocity";

    public override bool Tiered => true;

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Ip];

    private protected override Check Bind(IpVelocitySettings settings, Binding on)
    {
        var window = TimeSpan.FromMinutes(settings.WindowMinutes);
        var orders = on.Ask(new OrdersSharing(IdentifierKind.Ip, window, on.Cap(settings.MoreThan + 1)));
        return new(
            facts => Check.When(facts.Of(orders) > settings.MoreThan),
            facts => Velocity.Saw(facts.Of(orders), "orders from the address", "more than", settings.MoreThan, window));
    }
}
