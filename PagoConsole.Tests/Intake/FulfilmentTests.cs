using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Intake;

public sealed class SqliteFulfilmentTests() : FulfilmentTests(StorageProvider.Sqlite);

public sealed class PostgresFulfilmentTests() : FulfilmentTests(StorageProvider.Postgres);

/// <summary>Shipments and deliveries, in every state that an order can stand in.</summary>
public abstract class FulfilmentTests(StorageProvider provider) : OrdersInStates(provider)
{
    private ShipmentContent Parcel => new("Olva Courier", "OL-1", Time.GetUtcNow().AddTicks(3));

    private DeliveryContent Handed => new(Time.GetUtcNow(), "Ana Quispe");

    [Theory]
    [InlineData(OrderStatus.InReview)]
    [InlineData(OrderStatus.AwaitingPayment)]
    [InlineData(OrderStatus.PaidLate)]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Cancelled)]
    [InlineData(OrderStatus.Rejected)]
    public async Task Before_payment_neither_is_possible(OrderStatus status)
    {
        var orderId = await InStateAsync(status);

        Assert.Equal(RefusalCode.NotPossibleInThisState, (await ShipAsync(orderId)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await DeliverAsync(orderId)).Refusal!.Code);

        Assert.Empty(await AllAsync<Shipment>());
        Assert.Empty(await JournalAsync(orderId));
    }

    [Fact]
    public async Task A_paid_order_is_shipped_and_delivered_and_both_can_be_told_again()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        Assert.Equal(RefusalCode.NotShippedYet, (await DeliverAsync(orderId)).Refusal!.Code);
        Assert.Equal(OrderStatus.Shipped, (await ShipAsync(orderId)).Value.Status);
        Assert.Equal(OrderStatus.Shipped, (await ShipAsync(orderId)).Value.Status);
        Assert.Equal(OrderStatus.Delivered, (await DeliverAsync(orderId)).Value.Status);
        Assert.Equal(OrderStatus.Delivered, (await DeliverAsync(orderId)).Value.Status);
        Assert.Equal(OrderStatus.Delivered, (await ShipAsync(orderId)).Value.Status);

        Assert.Equal([OrderEvents.Shipped, OrderEvents.Delivered], (await JournalAsync(orderId)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Something_else_than_what_was_told_is_refused()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);
        await ShipAsync(orderId);
        await DeliverAsync(orderId);

        Assert.Equal(RefusalCode.RecordedOtherwise, (await ShipAsync(orderId, Parcel with { TrackingNumber = "OL-2" })).Refusal!.Code);
        Assert.Equal(RefusalCode.RecordedOtherwise, (await DeliverAsync(orderId, Handed with { ReceivedBy = "Somebody else" })).Refusal!.Code);

        Assert.Equal("OL-1", Assert.Single(await AllAsync<Shipment>()).TrackingNumber);
    }

    [Theory]
    [InlineData(OrderStatus.RefundRequested)]
    [InlineData(OrderStatus.Refunded)]
    public async Task After_a_refund_request_they_are_evidence_only(OrderStatus status)
    {
        var orderId = await InStateAsync(status);

        Assert.Equal(RefusalCode.NotShippedYet, (await DeliverAsync(orderId)).Refusal!.Code);
        Assert.Equal(status, (await ShipAsync(orderId)).Value.Status);
        Assert.Equal(status, (await DeliverAsync(orderId)).Value.Status);

        Assert.Equal([OrderEvents.EvidenceKept, OrderEvents.EvidenceKept], (await JournalAsync(orderId)).Select(e => e.Kind));
        Assert.Equal(("Olva Courier", "Ana Quispe"), (Assert.Single(await AllAsync<Shipment>()).Carrier, Assert.Single(await AllAsync<Delivery>()).ReceivedBy));
    }

    [Fact]
    public async Task What_was_evidence_takes_effect_when_it_is_told_again_after_the_refund_failed()
    {
        var orderId = await InStateAsync(OrderStatus.RefundRequested);
        await ShipAsync(orderId);
        await MoveAsync(orderId, OrderStatus.Paid);

        Assert.Equal(OrderStatus.Shipped, (await ShipAsync(orderId)).Value.Status);
    }

    [Fact]
    public async Task Who_received_it_is_kept_out_of_the_journals_data()
    {
        var orderId = await InStateAsync(OrderStatus.Shipped);

        await DeliverAsync(orderId);

        var entry = Assert.Single(await JournalAsync(orderId));
        Assert.DoesNotContain("Quispe", entry.Data, StringComparison.Ordinal);
        Assert.NotNull(entry.PrivateDigest);
        Assert.Contains("Ana Quispe", Assert.Single(await AllAsync<JournalPrivate>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_together_it_is_recorded_once()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ShipAsync(orderId), Ct)));

        Assert.All(answers, answer => Assert.Equal(OrderStatus.Shipped, answer.Value.Status));
        Assert.Single(await JournalAsync(orderId));
    }

    [Fact]
    public async Task An_order_that_nobody_placed_is_unknown() => Assert.Equal(RefusalCode.UnknownOrder, (await ShipAsync("never")).Refusal!.Code);

    [Fact]
    public async Task Only_keys_that_write_orders_may_tell()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        Assert.Equal(RefusalCode.NotAllowed, (await Get<ShipOrder>().RunAsync(orderId, Parcel, Reader, "req_1", Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<DeliverOrder>().RunAsync(orderId, Handed, Reader, "req_1", Ct)).Refusal!.Code);
    }

    private Task<Result<OrderDocument>> ShipAsync(string orderId, ShipmentContent? content = null) =>
        Get<ShipOrder>().RunAsync(orderId, content ?? Parcel, Marketplace, "req_1", Ct);

    private Task<Result<OrderDocument>> DeliverAsync(string orderId, DeliveryContent? content = null) =>
        Get<DeliverOrder>().RunAsync(orderId, content ?? Handed, Marketplace, "req_1", Ct);
}
