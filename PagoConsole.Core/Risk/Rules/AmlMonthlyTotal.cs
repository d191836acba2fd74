using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>aml-monthly-total</c>.</summary>
public sealed record AmlMonthlyTotalSettings
{
    /// <summary>
    /// From this total on, in dollars, both currencies together at the dated rate. The default is the amount from which Peru's rules on the
    /// prevention of money laundering want operations registered. <value>10000</value>
    /// </summary>
    [Setting(SettingUnit.Usd, 1, 10_000_000)]
    public decimal FromUsd { get; init; } = 10_000m;
}

/// <summary>Fires when one document ordered a great deal in the calendar month (Lima).</summary>
internal sealed class AmlMonthlyTotal : Rule<AmlMonthlyTotalSettings>
{
    public override string Id => "aml-monthly-total";

    public override bool Aml => true;

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Document];

    private protected override Check Bind(AmlMonthlyTotalSettings settings, Binding on)
    {
        var month = on.Ask(new MonthOfDocument());
        return new(
            facts => !facts.Order.Has(IdentifierKind.Document) ? RuleResult.NoInput : Check.When(Dollars(facts.Of(month)) >= settings.FromUsd),
            facts => Saw(Dollars(facts.Of(month)), facts.Of(month).Orders, settings.FromUsd));
        decimal Dollars(MonthTotal total) => on.Rates.InDollars(total.PenMinor, total.UsdMinor);
    }

    private static Finding Saw(decimal dollars, int orders, decimal from)
    {
        var (total, limit) = (Money.Of(dollars, Currency.Usd).ToString(), Money.Of(from, Currency.Usd).ToString());
        return new($"{total} in {orders} orders this month", $"from {limit}", total, Velocity.Text(orders), limit);
    }
}
