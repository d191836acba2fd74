using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>payment-limit</c>: the most that one payment may be at PagoEfectivo.</summary>
public sealed record PaymentLimitSettings
{
    /// <summary>In soles.</summary>
    public decimal MaxPen { get; init; } = 5000m;

    /// <summary>In dollars.</summary>
    public decimal MaxUsd { get; init; } = 1300m;
}

/// <summary>Fires when the amount is over PagoEfectivo's limit for its currency: it could not be paid anyway.</summary>
internal sealed class PaymentLimit : Rule<PaymentLimitSettings>
{
    public override string Id => "payment-limit";

    protected override RuleFinding Evaluate(OrderFacts facts, PaymentLimitSettings settings, RiskRates rates)
    {
        var limit = Money.Of(facts.Amount.Currency == Currency.Usd ? settings.MaxUsd : settings.MaxPen, facts.Amount.Currency);
        var hit = facts.Amount.Minor > limit.Minor;
        return new(hit ? RuleResult.Hit : RuleResult.Quiet, facts.Amount.ToString(), limit.ToString(), [facts.Amount.ToString(), limit.ToString()]);
    }

    protected override IEnumerable<string> Check(PaymentLimitSettings settings)
    {
        if (settings.MaxPen <= 0) yield return "MaxPen must be more than 0";
        if (settings.MaxUsd <= 0) yield return "MaxUsd must be more than 0";
    }
}
