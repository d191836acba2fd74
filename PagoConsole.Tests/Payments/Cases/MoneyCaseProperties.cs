using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.Tests.Payments.Cases;

/// <summary>What holds for every case, whatever people do in whatever order.</summary>
public sealed class MoneyCaseProperties
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    private static Arbitrary<MoneyFacts> AnyFacts { get; } =
        (from kind in Gen.Elements(Enum.GetValues<MoneyCaseKind>())
         from status in Gen.Elements(Enum.GetValues<OrderStatus>())
         from price in Gen.Choose(1, 500_000)
         from amount in Gen.Choose(1, 500_000)
         from left in Gen.Choose(-500_000, 600_000)
         from currency in Gen.Elements(Currency.Pen, Currency.Usd)
         from flags in Gen.Choose(0, 7)
         select new MoneyFacts(
             kind, status, new Money(price, Currency.Pen), new Money(amount, currency), left, (flags & 1) > 0, (flags & 2) > 0, (flags & 4) > 0)).ToArbitrary();

    private static Arbitrary<(int Person, MoneyChoice Choice, int Act)[]> AnySteps { get; } =
        Gen.ArrayOf(
            from person in Gen.Choose(0, 2)
            from choice in Gen.Elements(Enum.GetValues<MoneyChoice>())
            from act in Gen.Choose(0, 9)
            select (person, choice, act)).ToArbitrary();

    [Property(Replay = "(20261122,3)", MaxTest = 1000)]
    public Property Money_never_leaves_more_than_is_left() => Prop.ForAll(AnyFacts, facts => MoneyChoices.Of(facts)
        .Where(o => o is { Possible: true, Choice: MoneyChoice.Refund or MoneyChoice.OutOfBand or MoneyChoice.Credit })
        .All(o => o.Moves is { Minor: > 0 } moves && moves.Minor <= Math.Max(0, facts.Left) && moves.Minor <= facts.Amount.Minor));

    [Property(Replay = "(20261122,5)", MaxTest = 1000)]
    public Property A_choice_moves_the_order_only_where_the_machine_lets_it() => Prop.ForAll(AnyFacts, facts => MoneyChoices.Of(facts)
        .Where(o => o.Possible && o.After is not null)
        .All(o => OrderTransitions.May(facts.Status, o.After!.Value)));

    [Property(Replay = "(20261122,7)", MaxTest = 1000)]
    public Property Every_case_can_be_ended() => Prop.ForAll(AnyFacts, facts => MoneyChoices.Of(facts).Any(o => o.Possible)
        && MoneyChoices.Of(facts with { LookedUp = true }, MoneyChoice.Keep).Possible);

    [Property(Replay = "(20261122,9)", MaxTest = 500)]
    public Property What_is_settled_stays_so_and_two_different_people_settled_it() => Prop.ForAll(AnySteps, steps =>
    {
        var held = Case();
        foreach (var (person, choice, act) in steps)
        {
            var by = MoneyPeople.Of($"f{person}");
            var (before, first, firstChoice) = (held.State, held.FirstBy, held.FirstChoice);
            var refusal = act switch
            {
                0 => held.PaidOut(by, Now),
                1 => held.PayoutFailed(),
                _ => held.Decide(new MoneyDecision(choice, "why"), needsSecond: true, by, Now),
            };
            if (before == MoneyCaseState.Settled && (refusal is null || held.State != MoneyCaseState.Settled)) return false;
            if (before != MoneyCaseState.AwaitingSecond || held.State != MoneyCaseState.Settled) continue;
            if (first == by.Signature || firstChoice != choice || held.DecidedBy == held.FirstBy) return false;
        }

        return held.State == MoneyCaseState.Settled || held.DecidedBy is null;
    });

    [Property(Replay = "(20261122,11)", MaxTest = 500)]
    public Property Balances_of_transactions_are_apart() => Prop.ForAll(
        Gen.ArrayOf(from transaction in Gen.Choose(0, 3) from amount in Gen.Choose(0, 3) from state in Gen.Choose(0, 3) select (transaction, amount, state)).ToArbitrary(),
        steps =>
        {
            var (movements, refunds) = Book(steps);
            var transactions = movements.Where(m => m.Kind == MovementKind.Payment).Select(m => m.TransactionId).ToList();
            return transactions.All(t => RefundBalance.LeftOf(movements, refunds, "tx_0", t, Currency.Pen)
                <= movements.Single(m => m.Kind == MovementKind.Payment && m.TransactionId == t).AmountMinor)
                && transactions.Sum(t => RefundBalance.LeftOf(movements, refunds, "tx_0", t, Currency.Pen))
                + refunds.Where(r => r.IsOpen || r.State == RefundState.Done).Sum(r => r.AmountMinor)
                == movements.Where(m => m.Kind == MovementKind.Payment).Sum(m => m.AmountMinor);
        });

    /// <summary>Money that came by several transactions, and refunds of it that were only asked for while so much was left.</summary>
    private static (List<MoneyMovement> Movements, List<Refund> Refunds) Book((int Transaction, int Amount, int State)[] steps)
    {
        var movements = Enumerable.Range(0, 4).Select(n => Movement($"tx_{n}", MovementKind.Payment, 100)).ToList();
        var refunds = new List<Refund>();
        foreach (var (transaction, amount, state) in steps)
        {
            var minor = (amount + 1) * 20;
            if (RefundBalance.LeftOf(movements, refunds, "tx_0", $"tx_{transaction}", Currency.Pen) < minor) continue;
            var refund = new Refund
            {
                RefundId = $"ref_{refunds.Count}",
                OrderId = "o",
                AmountMinor = minor,
                Currency = Currency.Pen,
                Reason = "",
                Whole = false,
                RequestedBy = "",
                RequestedAt = Now,
                OfTransaction = transaction == 0 ? null : $"tx_{transaction}",
                State = (RefundState)state,
            };
            refunds.Add(refund);
            if (refund.State == RefundState.Done) movements.Add(Movement(refund.RefundId, MovementKind.Refund, minor));
        }

        return (movements, refunds);
    }

    private static MoneyMovement Movement(string id, MovementKind kind, long minor) => new()
    {
        PaymentId = "p",
        TransactionId = id,
        Kind = kind,
        OrderId = "o",
        AmountMinor = minor,
        Currency = Currency.Pen,
        At = Now,
        SeenAt = Now,
        Source = "webhook",
    };

    private static MoneyCase Case() => new()
    {
        CaseId = "mon_1",
        OrderId = "o",
        PaymentId = "p",
        TransactionId = "tx_1",
        Kind = MoneyCaseKind.Late,
        AmountMinor = 400_000,
        Currency = Currency.Pen,
        OpenedAt = Now,
    };
}

/// <summary>People of finance.</summary>
internal static class MoneyPeople
{
    public static Actor Of(string name) => new(
        ActorKind.Person, name, name, new HashSet<Permission> { Permission.SeeOrders, Permission.SeeMoney, Permission.DecideMoney, Permission.Refund });

    public static Actor Auditor { get; } = new(ActorKind.Person, "audit", "audit", new HashSet<Permission> { Permission.SeeOrders, Permission.SeeMoney });
}
