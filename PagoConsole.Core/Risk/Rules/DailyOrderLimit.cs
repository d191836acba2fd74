using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>daily-order-limit</c>.</summary>
public sealed record DailyOrderLimitSettings
{
    /// <summary>More orders of one account in a business day fire it. <value>10</value></summary>
    [Setting(SettingUnit.Count, 1, 400, 2, 3, 5, 10, 15, 20)]
    public int MoreThan { get; init; } = 10;

    /// <summary>More orders of the whole marketplace in a business day fire it; null does not count them. <value>off</value></summary>
    [Setting(SettingUnit.Count, 1, 1_000_000)]
    public int? MarketplaceMoreThan { get; init; }
}

/// <summary>Fires when the account, or the whole marketplace, orders more in one business day (Lima) than it should.</summary>
internal sealed class DailyOrderLimit : Rule<DailyOrderLimitSettings>
{
    public override string Id => "daily-order-limit";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Account];

    private protected override Check Bind(DailyOrderLimitSettings settings, Binding on)
    {
        var account = on.Ask(new OrdersInDay(OfEverybody: false, on.Cap(settings.MoreThan + 1)));
        if (settings.MarketplaceMoreThan is not { } limit)
            return new(facts => Check.When(facts.Of(account) > settings.MoreThan), facts => OfAccount(facts.Of(account), settings.MoreThan));
        var everybody = on.Ask(new OrdersInDay(OfEverybody: true, on.Cap(limit + 1)));
        return new(
            facts => Check.When(facts.Of(account) > settings.MoreThan || facts.Of(everybody) > limit),
            facts => facts.Of(account) > settings.MoreThan || facts.Of(everybody) <= limit
                ? OfAccount(facts.Of(account), settings.MoreThan)
                : new($"{Velocity.Text(facts.Of(everybody), limit)} orders of the marketplace today", $"more than {limit}", Velocity.Text(facts.Of(everybody), limit), Velocity.Text(limit)));
    }

    private static Finding OfAccount(long orders, int limit) =>
        new($"{Velocity.Text(orders, limit)} orders of the account today", $"more than {limit}", Velocity.Text(orders, limit), Velocity.Text(limit));
}
