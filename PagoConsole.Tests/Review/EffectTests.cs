using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

public sealed class SqliteEffectTests() : EffectTests(StorageProvider.Sqlite);

public sealed class PostgresEffectTests() : EffectTests(StorageProvider.Postgres);

/// <summary>What a decision does, and when.</summary>
public abstract class EffectTests(StorageProvider provider) : ReviewDesk(provider)
{
    private static readonly ListChoice BlockPhone = new(ListedKind.Phone, ListEffect.Block);
    private static readonly ListChoice BlockDevice = new(ListedKind.Device, ListEffect.Block);
    private static readonly ListChoice TrustAccount = new(ListedKind.Account, ListEffect.Trust);

    [Theory]
    [InlineData(ReviewDecision.Approve, false, OrderStatus.AwaitingPayment)]
    [InlineData(ReviewDecision.Reject, true, OrderStatus.Rejected)]
    public async Task A_decision_is_the_weakest_of_labels_from_its_effect_on(ReviewDecision decision, bool fraud, OrderStatus then)
    {
        var orderId = await HeldAsync();
        await DecideAsync(orderId, new Verdict(decision, decision == ReviewDecision.Reject ? "other" : null, null, CaseConsequences.None), Ana);
        await PassAsync(Undo - TimeSpan.FromSeconds(1));
        Assert.Equal((OrderStatus.InReview, null), (await OrderAsync(orderId)).Is());

        await PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((then, (fraud, LabelSource.Review)), (await OrderAsync(orderId)).Is());
        Assert.Equal("person:ana", Assert.Single(await LabelsAsync(orderId)).LabelledBy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_person_says_of_fraud_is_as_strong_as_being_told(bool fraud)
    {
        var orderId = await HeldAsync();
        await DecideAsync(orderId, new Verdict(ReviewDecision.Reject, "other", null, new CaseConsequences([], fraud)), Ana);

        await PassAsync(Undo);

        Assert.Equal((OrderStatus.Rejected, (fraud, LabelSource.Told)), (await OrderAsync(orderId)).Is());
    }

    [Fact]
    public async Task Identifiers_go_on_lists_when_it_takes_effect_and_what_the_order_lacks_does_not()
    {
        var orderId = await HeldAsync();
        await DecideAsync(orderId, new Verdict(ReviewDecision.Reject, "stolen_identity", "Called her", new CaseConsequences([BlockPhone, BlockDevice], true)), Ana);
        Assert.Empty(await ListedAsync());

        await PassAsync(Undo);

        var entry = Assert.Single(await ListedAsync());
        Assert.Equal((ListEffect.Block, ListedKind.Phone, "ana", null), (entry.Effect, entry.Kind, entry.Owner, entry.ExpiresAt));
        Assert.Equal($"{orderId} stolen_identity", entry.Reason);
    }

    [Fact]
    public async Task What_is_taken_back_lists_and_labels_nothing()
    {
        var orderId = await HeldAsync();
        await DecideAsync(orderId, new Verdict(ReviewDecision.Reject, "other", null, new CaseConsequences([BlockPhone], true)), Ana);
        Assert.Equal(RefusalCode.AlreadyDecided, (await Get<TakeBackDecision>().RunAsync(orderId, Beto, Ct)).Refusal!.Code);
        Assert.True((await Get<TakeBackDecision>().RunAsync(orderId, Ana, Ct)).Done);

        await PassAsync(Undo);
        Assert.Equal((OrderStatus.InReview, null), (await OrderAsync(orderId)).Is());
        await ApproveAsync(orderId, Ana);
        await PassAsync(Undo);

        Assert.Equal((OrderStatus.AwaitingPayment, (false, LabelSource.Review)), (await OrderAsync(orderId)).Is());
        Assert.Empty(await ListedAsync());
        Assert.Single(await JournalAsync(orderId, ReviewEvents.TakenBack));
    }

    [Fact]
    public async Task The_second_approval_carries_out_what_the_first_chose()
    {
        var orderId = await HeldAsync(3500m);
        await DecideAsync(orderId, new Verdict(ReviewDecision.Approve, "known_buyer", null, new CaseConsequences([TrustAccount], false)), Ana);
        Assert.Equal(RefusalCode.SecondPersonNeeded, (await DecideAsync(orderId, Verdict.Approve(), Ana)).Refusal!.Code);
        await PassAsync(Undo);
        Assert.Equal(OrderStatus.InReview, (await OrderAsync(orderId)).Status);

        await ApproveAsync(orderId, Beto);
        await PassAsync(Undo);

        Assert.Equal((OrderStatus.AwaitingPayment, (false, LabelSource.Told)), (await OrderAsync(orderId)).Is());
        Assert.Equal((ListEffect.Trust, ListedKind.Account), Assert.Single(await ListedAsync()) is var entry ? (entry.Effect, entry.Kind) : default);
        Assert.Single(await JournalAsync(orderId, ReviewEvents.FirstApproval));
    }

    [Fact]
    public async Task Sending_now_takes_effect_at_once()
    {
        var orderId = await HeldAsync();
        await ApproveAsync(orderId, Ana);

        Assert.True((await Get<SendDecisionNow>().RunAsync(orderId, Ana, Ct)).Done);
        await PassAsync(TimeSpan.Zero);

        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(orderId)).Status);
        Assert.Equal(RefusalCode.AlreadyDecided, (await Get<TakeBackDecision>().RunAsync(orderId, Ana, Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task A_stronger_label_that_came_first_stays()
    {
        var orderId = await HeldAsync();
        await Get<Writes>().DoAsync(async tx => tx.SayLabel((await tx.LockAsync<Order>(orderId, Ct))!, true, LabelSource.Dispute, "dispute", "key:test"), Ct);
        await ApproveAsync(orderId, Ana);

        await PassAsync(Undo);

        Assert.Equal((OrderStatus.AwaitingPayment, (true, LabelSource.Dispute)), (await OrderAsync(orderId)).Is());
        Assert.Equal(2, (await LabelsAsync(orderId)).Count);
    }

    private Task<List<ListEntry>> ListedAsync() => ReadAsync(db => db.Set<ListEntry>().AsNoTracking().ToListAsync(Ct));

    private Task<List<OrderLabel>> LabelsAsync(string orderId) => ReadAsync(db => db.Set<OrderLabel>().AsNoTracking().Where(l => l.OrderId == orderId).ToListAsync(Ct));
}

file static class OrderLooks
{
    public static (OrderStatus Status, (bool Fraud, LabelSource From)? Label) Is(this Order order) =>
        (order.Status, order.Fraud is { } fraud ? (fraud, order.FraudSource!.Value) : null);
}
