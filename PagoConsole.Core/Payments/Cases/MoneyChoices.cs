using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>What the choices of a money case depend on.</summary>
/// <param name="Kind">Why it waits.</param>
/// <param name="Status">Where its order stands.</param>
/// <param name="Price">What the order costs.</param>
/// <param name="Amount">The money of the case.</param>
/// <param name="Left">What of that money can still go back, in hundredths.</param>
/// <param name="IsOfOrder">Whether it is the money that pays the order.</param>
/// <param name="OtherPays">Whether other money pays it.</param>
/// <param name="LookedUp">Whether PagoEfectivo was asked a moment ago how the payment stands.</param>
public sealed record MoneyFacts(
    MoneyCaseKind Kind, OrderStatus Status, Money Price, Money Amount, long Left, bool IsOfOrder, bool OtherPays, bool LookedUp)
{
    /// <summary>Whether risk had rejected the order before its money came.</summary>
    public bool Rejected { get; init; }
}

/// <summary>Which choices a money case has, and why it has not the others: pure, so that the form and the action cannot disagree.</summary>
public static class MoneyChoices
{
    /// <summary>Every choice that makes sense for such a case, with its obstacle if it is not possible now.</summary>
    public static IReadOnlyList<ChoiceOption> Of(MoneyFacts facts)
    {
        var options = new List<ChoiceOption>();
        if (facts.Kind == MoneyCaseKind.RefundUnknown) options.Add(new(MoneyChoice.WentBack, null, facts.Amount));
        if (facts.Kind is not (MoneyCaseKind.RefundFailed or MoneyCaseKind.RefundUnknown)) options.Add(Accept(facts));
        if (facts.Kind == MoneyCaseKind.Over) options.Add(AcceptAndReturn(facts));
        if (facts.Kind is not (MoneyCaseKind.Contradiction or MoneyCaseKind.UnaskedRefund))
            options.AddRange(((MoneyChoice[])[MoneyChoice.Refund, MoneyChoice.OutOfBand, MoneyChoice.Credit]).Select(choice => Back(facts, choice)));
        options.Add(new(MoneyChoice.Keep, Doubt(facts)));
        return options;
    }

    /// <summary>One choice of such a case; one that makes no sense for it has the obstacle that says why.</summary>
    public static ChoiceOption Of(MoneyFacts facts, MoneyChoice choice) =>
        Of(facts).FirstOrDefault(option => option.Choice == choice) ?? new ChoiceOption(choice, facts.Kind switch
        {
            MoneyCaseKind.Contradiction => ChoiceObstacle.NoMoneyOfItsOwn,
            MoneyCaseKind.UnaskedRefund => ChoiceObstacle.MoneyIsGone,
            MoneyCaseKind.RefundFailed or MoneyCaseKind.RefundUnknown => ChoiceObstacle.NothingToAccept,
            MoneyCaseKind.Late or MoneyCaseKind.Short or MoneyCaseKind.Over or MoneyCaseKind.ForeignCurrency or MoneyCaseKind.PaidTwice => ChoiceObstacle.OrderMovedOn,
        });

    private static ChoiceOption Accept(MoneyFacts facts)
    {
        if (facts.Kind == MoneyCaseKind.UnaskedRefund) return new(MoneyChoice.Accept, null);
        var obstacle = ToAccept(facts);
        return new(MoneyChoice.Accept, obstacle, facts.Amount, obstacle is null ? OrderStatus.Paid : null) { OverrulesRisk = facts.Rejected };
    }

    private static ChoiceOption AcceptAndReturn(MoneyFacts facts)
    {
        var obstacle = ToAccept(facts);
        return new(MoneyChoice.AcceptAndReturn, obstacle, facts.Amount with { Minor = facts.Amount.Minor - facts.Price.Minor }, obstacle is null ? OrderStatus.Paid : null);
    }

    private static ChoiceObstacle? ToAccept(MoneyFacts facts) => facts switch
    {
        { Kind: MoneyCaseKind.Contradiction } => ChoiceObstacle.NoMoneyOfItsOwn,
        { OtherPays: true } or { Kind: MoneyCaseKind.PaidTwice } => ChoiceObstacle.PaidByOther,
        { Kind: MoneyCaseKind.Late, Status: not OrderStatus.PaidLate } => ChoiceObstacle.OrderMovedOn,
        { Status: OrderStatus.Rejected } => ChoiceObstacle.OrderRejected,
        { Kind: not MoneyCaseKind.Late, Status: not (OrderStatus.AwaitingPayment or OrderStatus.Expired or OrderStatus.Cancelled) } => ChoiceObstacle.OrderMovedOn,
        { Kind: not MoneyCaseKind.Late } when facts.Left < facts.Amount.Minor => ChoiceObstacle.NothingLeft,
        { Left: <= 0 } => ChoiceObstacle.NothingLeft,
        _ => null,
    };

    private static ChoiceOption Back(MoneyFacts facts, MoneyChoice choice)
    {
        var obstacle = Doubt(facts) ?? (facts switch
        {
            { Left: <= 0 } => ChoiceObstacle.NothingLeft,
            _ when choice == MoneyChoice.Refund && facts.Amount.Currency != facts.Price.Currency => ChoiceObstacle.OtherCurrency,
            _ => (ChoiceObstacle?)null,
        });
        var moves = facts.Amount with { Minor = Math.Clamp(facts.Left, 0, facts.Amount.Minor) };
        var whole = facts.IsOfOrder && facts.Left <= facts.Amount.Minor && OrderTransitions.May(facts.Status, OrderStatus.RefundRequested);
        return new(choice, obstacle, moves, obstacle is null && whole ? OrderStatus.RefundRequested : null);
    }

    /// <summary>A refund of unknown fate may have gone through: nobody says otherwise before PagoEfectivo was asked.</summary>
    private static ChoiceObstacle? Doubt(MoneyFacts facts) =>
        facts is { Kind: MoneyCaseKind.RefundUnknown, LookedUp: false } ? ChoiceObstacle.LookUpFirst : null;
}
