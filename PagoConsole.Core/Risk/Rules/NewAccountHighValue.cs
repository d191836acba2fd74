using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>new-account-high-value</c>.</summary>
public sealed record NewAccountHighValueSettings
{
    /// <summary>From this amount on, in soles; dollars are converted at the dated rate. <value>800</value></summary>
    [Setting(SettingUnit.Pen, 0, 1_000_000, 100, 200, 400, 600, 800, 1200, 2000, 3000)]
    public decimal FromPen { get; init; } = 800m;

    /// <summary>Accounts younger than this many days. <value>7</value></summary>
    [Setting(SettingUnit.Days, 1, 3650, 1, 3, 7, 14, 30, 60)]
    public int YoungerThanDays { get; init; } = 7;
}

/// <summary>Fires when much is bought from an account that was opened only days ago.</summary>
internal sealed class NewAccountHighValue : Rule<NewAccountHighValueSettings>
{
    public override string Id => "new-account-high-value";

    private protected override Check Bind(NewAccountHighValueSettings settings, Binding on)
    {
        var young = TimeSpan.FromDays(settings.YoungerThanDays);
        var from = Money.Of(settings.FromPen, Currency.Pen);
        return new(
            facts => Check.When(Age(facts) < young && on.Rates.InSoles(facts.Order.Amount) >= settings.FromPen),
            facts => Saw(facts, settings, from));
    }

    private static TimeSpan Age(OrderFacts facts) => facts.Order.PlacedAt - facts.Order.AccountCreatedAt;

    private static Finding Saw(OrderFacts facts, NewAccountHighValueSettings settings, Money from)
    {
        // Rounded down: an account that is called seven days old is no longer under seven.
        var days = (Math.Floor(Math.Max(0, Age(facts).TotalDays) * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);
        var amount = facts.Order.Amount.ToString();
        return new(
            $"{amount}, account {days} days old",
            $"from {from}, account under {settings.YoungerThanDays} days",
            amount, days, from.ToString(), settings.YoungerThanDays.ToString(CultureInfo.InvariantCulture));
    }
}
