using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments.Cases;

public sealed class TwoPeopleTestsOnSqlite() : TwoPeopleTests(StorageProvider.Sqlite);

public sealed class TwoPeopleTestsOnPostgres() : TwoPeopleTests(StorageProvider.Postgres);

/// <summary>Large amounts take two different people; two at one instant do not get in each other's way.</summary>
public abstract class TwoPeopleTests(StorageProvider provider) : MoneyDeskTest(provider)
{
    [Fact]
    public async Task From_the_threshold_on_a_second_person_confirms()
    {
        var (order, late) = await LateAsync(3000m);

        Assert.Equal(MoneyCaseState.AwaitingSecond, (await DecideAsync(late, MoneyChoice.Accept)).Value.State);
        Assert.Equal(OrderStatus.PaidLate, await StatusAsync(order));
        Assert.Equal(RefusalCode.SecondPersonNeeded, (await DecideAsync(late, MoneyChoice.Accept)).Refusal?.Code);

        var done = (await DecideAsync(late, MoneyChoice.Accept, Fito)).Value;

        Assert.Equal((MoneyCaseState.Settled, "person:fina", "person:fito"), (done.State, done.FirstBy, done.DecidedBy));
        Assert.Equal(OrderStatus.Paid, await StatusAsync(order));
        Assert.Contains(MoneyEvents.Chosen, await JournalAsync(order.OrderId));
    }

    [Fact]
    public async Task Another_choice_of_the_second_is_theirs_and_the_first_may_confirm_it()
    {
        var (order, late) = await LateAsync(3000m);
        await DecideAsync(late, MoneyChoice.Accept);

        var other = (await DecideAsync(late, MoneyChoice.Refund, Fito)).Value;
        Assert.Equal((MoneyCaseState.AwaitingSecond, "person:fito", MoneyChoice.Refund), (other.State, other.FirstBy, other.FirstChoice));
        Assert.Equal(OrderStatus.PaidLate, await StatusAsync(order));

        Assert.Equal(MoneyCaseState.Settled, (await DecideAsync(late, MoneyChoice.Refund)).Value.State);
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
    }

    [Fact]
    public async Task Under_the_threshold_one_is_enough()
    {
        var (order, late) = await LateAsync(2999.99m);

        Assert.Equal(MoneyCaseState.Settled, (await DecideAsync(late, MoneyChoice.Accept)).Value.State);

        Assert.Equal(OrderStatus.Paid, await StatusAsync(order));
    }

    [Fact]
    public async Task Of_two_at_one_instant_one_wins_and_the_other_is_told()
    {
        var (order, late) = await LateAsync();

        var both = await Task.WhenAll(
            Task.Run(() => DecideAsync(late, MoneyChoice.Accept, Fina, seen: late.Version)), Task.Run(() => DecideAsync(late, MoneyChoice.Refund, Fito, seen: late.Version)));

        Assert.Single(both, result => result.Done);
        Assert.Equal(RefusalCode.AlreadySettled, Assert.Single(both, result => !result.Done).Refusal?.Code);
        Assert.Equal(both[0].Done ? OrderStatus.Paid : OrderStatus.RefundRequested, await StatusAsync(order));
    }

    [Fact]
    public async Task Two_who_choose_the_same_without_having_seen_each_other_do_not_confirm_each_other()
    {
        var (order, late) = await LateAsync(3000m);

        var both = await Task.WhenAll(
            Task.Run(() => DecideAsync(late, MoneyChoice.Accept, Fina, seen: late.Version)), Task.Run(() => DecideAsync(late, MoneyChoice.Accept, Fito, seen: late.Version)));

        Assert.Equal(RefusalCode.CaseChanged, Assert.Single(both, result => !result.Done).Refusal?.Code);
        Assert.Equal((MoneyCaseState.AwaitingSecond, OrderStatus.PaidLate), ((await CaseAsync(late)).State, await StatusAsync(order)));
    }
}
