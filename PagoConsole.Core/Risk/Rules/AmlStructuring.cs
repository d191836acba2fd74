using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>aml-structuring</c>.</summary>
public sealed record AmlStructuringSettings
{
    /// <summary>This many orders fire it. <value>3</value></summary>
    [Setting(SettingUnit.Count, 2, 100)]
    public int Orders { get; init; } = 3;

    /// <summary>How close under the threshold they lie. <value>10 %</value></summary>
    [Setting(SettingUnit.Percent, 1, 90)]
    public int Percent { get; init; } = 10;

    /// <summary>The amount that they stay under, in soles; dollars are converted at the dated rate. <value>5000</value></summary>
    [Setting(SettingUnit.Pen, 1, 1_000_000)]
    public decimal UnderPen { get; init; } = 5000m;

    /// <summary>The time before the order. <value>7 d</value></summary>
    [Setting(SettingUnit.Days, 1, 90)]
    public int WindowDays { get; init; } = 7;
}

/// <summary>Fires when one document orders again and again for just under an amount that would be noticed.</summary>
internal sealed class AmlStructuring : Rule<AmlStructuringSettings>
{
    public override string Id => "aml-structuring";

    public override bool Aml => true;

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Document];

    private protected override Check Bind(AmlStructuringSettings settings, Binding on)
    {
        var from = settings.UnderPen * (100 - settings.Percent) / 100m;
        var orders = on.Ask(new OrdersInBand(TimeSpan.FromDays(settings.WindowDays), from, settings.UnderPen, on.Rates));
        return new(
            facts => !facts.Order.Has(IdentifierKind.Document) ? RuleResult.NoInput : Check.When(facts.Of(orders) >= settings.Orders),
            facts => Saw(facts.Of(orders), settings));
    }

    private static Finding Saw(long orders, AmlStructuringSettings settings)
    {
        var under = Money.Of(settings.UnderPen, Currency.Pen).ToString();
        return new(
            $"{orders} orders within {settings.Percent} % under {under} in {settings.WindowDays} d",
            $"from {settings.Orders}",
            Velocity.Text(orders), Velocity.Text(settings.Percent), under, Velocity.Text(settings.WindowDays), Velocity.Text(settings.Orders));
    }
}
