using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>payment-limit</c>: the most that one payment may be at PagoEfectivo.</summary>
public sealed record PaymentLimitSettings
{
    /// <summary>In soles. <value>5000</value></summary>
    [Setting(SettingUnit.Pen, 1, 1_000_000)]
    public decimal MaxPen { get; init; } = 5000m;

    /// <summary>In dollars. <value>1300</value></summary>
    [Setting(SettingUnit.Usd, 1, 1_000_000)]
    public decimal MaxUsd { get; init; } = 1300m;
}

/// <summary>Fires when the amount is over PagoEfectivo's limit for its currency: it could not be paid anyway.</summary>
internal sealed class PaymentLimit : Rule<PaymentLimitSettings>
{
    public override string Id => "payment-limit";

    private protected override Check Bind(PaymentLimitSettings settings, Binding on)
    {
        var (pen, usd) = (MinorOf(settings.MaxPen), MinorOf(settings.MaxUsd));
        return new(
            facts => Check.When(facts.Order.Amount.Minor > (facts.Order.Amount.Currency == Currency.Usd ? usd : pen)),
            facts => Saw(facts.Order.Amount, new Money(facts.Order.Amount.Currency == Currency.Usd ? usd : pen, facts.Order.Amount.Currency)));
    }

    private static long MinorOf(decimal amount) => (long)(amount * 100);

    private static Finding Saw(Money amount, Money limit) => new(amount.ToString(), limit.ToString(), amount.ToString(), limit.ToString());
}
