using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>refund-rate</c>.</summary>
public sealed record RefundRateSettings
{
    /// <summary>From this share of paid orders refunded it fires. <value>30 %</value></summary>
    [Setting(SettingUnit.Percent, 1, 100, 20, 30, 40, 50)]
    public int Percent { get; init; } = 30;

    /// <summary>Fewer paid orders than this say nothing. <value>5</value></summary>
    [Setting(SettingUnit.Count, 1, 100, 3, 5, 10)]
    public int AtLeast { get; init; } = 5;
}

/// <summary>Fires when much of what the account bought, or of what the seller sold, was refunded.</summary>
internal sealed class RefundRate : Rule<RefundRateSettings>
{
    public override string Id => "refund-rate";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Account, IdentifierKind.Seller];

    private protected override Check Bind(RefundRateSettings settings, Binding on)
    {
        var refunds = on.Ask(new RefundsSoFar());
        return new(
            facts => Check.When(facts.Of(refunds).Any(count => Fires(count, settings))),
            facts => Saw(Worst(facts.Of(refunds), settings), settings));
    }

    private static bool Fires(RefundCount count, RefundRateSettings settings) =>
        count.Paid >= settings.AtLeast && count.Refunded * 100 >= settings.Percent * count.Paid;

    private static RefundCount Worst(IReadOnlyList<RefundCount> counts, RefundRateSettings settings) =>
        counts.OrderByDescending(c => Fires(c, settings)).ThenByDescending(c => c.Refunded).FirstOrDefault() ?? new(IdentifierKind.Account, 0, 0);

    private static Finding Saw(RefundCount count, RefundRateSettings settings) => new(
        $"{count.Refunded} of {count.Paid} paid orders of the {count.Kind.ToString().ToLowerInvariant()} refunded",
        $"{settings.Percent} % of at least {settings.AtLeast}",
        Velocity.Text(count.Refunded), Velocity.Text(count.Paid), count.Kind.ToString(), Velocity.Text(settings.Percent), Velocity.Text(settings.AtLeast));
}
