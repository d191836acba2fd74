using System.Globalization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>new-account-high-value</c>.</summary>
public sealed record NewAccountHighValueSettings
{
    /// <summary>From this amount on, in soles; dollars are converted at the dated rate.</summary>
    public decimal FromPen { get; init; } = 800m;

    /// <summary>Accounts younger than this many days.</summary>
    public int YoungerThanDays { get; init; } = 7;
}

/// <summary>Fires when much is bought from an account that was opened only days ago.</summary>
internal sealed class NewAccountHighValue : Rule<NewAccountHighValueSettings>
{
    public override string Id => "new-account-high-value";

    protected override RuleFinding Evaluate(OrderFacts facts, NewAccountHighValueSettings settings, RiskRates rates)
    {
        var age = facts.PlacedAt - facts.AccountCreatedAt;
        var hit = rates.InSoles(facts.Amount) >= settings.FromPen && age < TimeSpan.FromDays(settings.YoungerThanDays);
        var days = Math.Max(0, age.TotalDays).ToString("0.0", CultureInfo.InvariantCulture);
        var from = Money.Of(settings.FromPen, Currency.Pen).ToString();
        return new(
            hit ? RuleResult.Hit : RuleResult.Quiet,
            $"{facts.Amount}, account {days} days old",
            $"from {from}, account under {settings.YoungerThanDays} days",
            [facts.Amount.ToString(), days, from, settings.YoungerThanDays.ToString(CultureInfo.InvariantCulture)]);
    }

    protected override IEnumerable<string> Check(NewAccountHighValueSettings settings)
    {
        if (settings.FromPen < 0) yield return "FromPen must not be negative";
        if (settings.YoungerThanDays is < 1 or > 3650) yield return "YoungerThanDays must be between 1 and 3650";
    }
}
