using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Tests.Evidence.Chain;

public sealed class EvidenceGapsTests
{
    private static readonly EvidenceChainView Complete = Chains.Complete();

    [Fact]
    public void A_complete_chain_has_no_gap() => Assert.Empty(Complete.Gaps);

    [Fact]
    public void Paid_without_shipment_or_delivery_is_named_twice() => AssertGaps(
        Complete with { Order = Chains.OrderThat(OrderStatus.Paid), Shipment = null, Delivery = null }, GapKind.PaidNotShipped, GapKind.PaidNotDelivered);

    [Fact]
    public void Shipped_without_proof_of_delivery_counts_from_the_shipment()
    {
        var gap = AssertGaps(Complete with { Order = Chains.OrderThat(OrderStatus.Paid, OrderStatus.Shipped), Delivery = null }, GapKind.PaidNotDelivered);

        Assert.Equal((true, Complete.Shipment!.ShippedAt), (gap.Grave, gap.Since));
    }

    [Theory]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Cancelled)]
    public void What_was_never_paid_needs_no_delivery(OrderStatus end) => AssertGaps(
        Complete with { Order = Chains.OrderThat(end), Movements = [], Messages = [], Shipment = null, Delivery = null });

    [Fact]
    public void What_went_back_before_it_was_shipped_needs_no_delivery() => AssertGaps(
        Complete with
        {
            Order = Chains.OrderThat(OrderStatus.Paid, OrderStatus.RefundRequested, OrderStatus.Refunded),
            Shipment = null,
            Delivery = null,
            Refunds = [Chains.Refund(RefundState.Done)],
        });

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    public void A_shipment_without_a_number_is_none_that_can_be_followed(string number) =>
        AssertGaps(Complete with { Shipment = Shipped(number, Chains.Noon.AddHours(3)) }, GapKind.ShippedWithoutTracking);

    [Fact]
    public void Shipping_before_the_money_and_receiving_before_the_shipment_speak_against_themselves()
    {
        AssertGaps(Complete with { Shipment = Shipped("OL-1", Chains.Noon.AddHours(-3)) }, GapKind.ShippedBeforePaid);
        AssertGaps(Complete with { Shipment = Shipped("OL-1", Chains.Noon.AddDays(2)) }, GapKind.DeliveredBeforeShipped);
        AssertGaps(Complete with { Shipment = Shipped("OL-1", Complete.PaidAt!.Value - EvidenceGaps.ClocksDiffer) });
    }

    [Fact]
    public void A_delivery_that_names_nobody_proves_little() => AssertGaps(
        Complete with { Delivery = new Delivery { OrderId = "MP-1", DeliveredAt = Chains.Noon.AddDays(1), ReceivedBy = "•", RecordedAt = Chains.Noon, RecordedBy = "key:test" } },
        GapKind.ReceiverUnnamed);

    [Fact]
    public void Money_that_no_message_told_of_or_that_has_no_id_is_named()
    {
        AssertGaps(Complete with { Messages = [] }, GapKind.PaidWithoutMessage);
        AssertGaps(Complete with { Messages = [Chains.Message(WebhookMessage.Expired)] }, GapKind.PaidWithoutMessage);
        Assert.Equal("120.00", AssertGaps(Complete with { Movements = [Chains.Paid("", Chains.Due)] }, GapKind.PaidWithoutTransaction).About);
    }

    [Fact]
    public void Messages_that_contradict_or_could_not_be_processed_are_named()
    {
        AssertGaps(Complete with { Messages = [Chains.Message(WebhookMessage.Paid, conflicts: 1)] }, GapKind.MessageContradicted);
        AssertGaps(Complete with { Messages = [Chains.Message(WebhookMessage.Paid, ReceiptState.Parked)] }, GapKind.MessageParked);
    }

    [Theory]
    [InlineData(RefundState.Requested)]
    [InlineData(RefundState.Unknown)]
    public void A_refund_that_PagoEfectivo_did_not_answer_is_named(RefundState state)
    {
        var gap = AssertGaps(Complete with { Refunds = [Chains.Refund(state)] }, GapKind.RefundUnanswered);

        Assert.Equal((true, "120.00"), (gap.Grave, gap.About));
    }

    [Fact]
    public void Money_given_back_by_people_needs_a_reference_or_a_proof()
    {
        AssertGaps(Complete with { Refunds = [Chains.Refund(RefundState.Done, RefundRoute.OutOfBand)] }, GapKind.RefundUnproven);
        AssertGaps(Complete with { Refunds = [Chains.Refund(RefundState.Done, RefundRoute.OutOfBand, "OP-1")] });
        AssertGaps(Complete with
        {
            Refunds = [Chains.Refund(RefundState.Done, RefundRoute.OutOfBand)],
            Files = [new("prf_1", AttachedTo.Refund, "ref_1", "a.pdf", 1, new byte[32], "person:finance", Chains.Noon)],
        });
    }

    [Fact]
    public void Of_a_message_that_was_sent_again_only_the_last_delivery_counts()
    {
        AssertGaps(Complete with { Told = [Told(1, OutboxState.Parked)] }, GapKind.MarketplaceNotTold);
        AssertGaps(Complete with { Told = [Told(1, OutboxState.Parked), Told(2, OutboxState.Delivered)] });
    }

    [Fact]
    public void Who_bought_from_where_and_what_is_gone_is_said()
    {
        var nobody = Complete.Content with { Account = Complete.Content.Account with { FullName = null, DocumentNumber = null }, ShippingAddress = null };

        AssertGaps(Complete with { Content = nobody, Logins = [] }, GapKind.BuyerUnnamed, GapKind.NoLogin, GapKind.ShippedWithoutAddress);
        AssertGaps(Complete with { Erased = 2, CutShort = true }, GapKind.CutShort, GapKind.PersonalDataErased);
        Assert.True(AssertGaps(Complete with { BrokenAt = 3 }, GapKind.JournalBroken).Grave);
    }

    [Fact]
    public void Every_link_says_how_it_holds()
    {
        Assert.Equal(
            [LinkState.Proven, LinkState.NotNeeded, LinkState.NotNeeded, LinkState.Proven, LinkState.Proven, LinkState.Proven, LinkState.NotNeeded, LinkState.NotNeeded],
            Complete.Links.Select(link => link.State));
        var paid = Complete with { Order = Chains.OrderThat(OrderStatus.Paid), Shipment = null, Delivery = null, Messages = [] };
        Assert.Equal([LinkState.Weak, LinkState.Missing, LinkState.Missing], StatesOf(paid));
        Assert.Equal([LinkState.Pending, LinkState.Pending, LinkState.Pending], StatesOf(paid with { Order = Chains.OrderThat(), Movements = [] }));
    }

    [Fact]
    public void Money_is_summed_by_currency_the_orders_own_first()
    {
        var dollars = Money.Of(10m, Currency.Usd);
        var chain = Complete with
        {
            Movements = [Chains.Paid("tx_2", dollars), Chains.Paid("tx_1", Chains.Due), Chains.Moved(MovementKind.Refund, "ref_0", Money.Of(20m, Currency.Pen))],
            Refunds = [Chains.Refund(RefundState.Requested)],
        };

        var sums = EvidenceMoney.Of(chain);

        Assert.Equal(["PEN", "USD"], sums.Select(sum => sum.Due.Currency.Code));
        Assert.Equal(("120.00", "120.00", "20.00", "120.00", "100.00"), (sums[0].Due.ToWire(), sums[0].Received.ToWire(), sums[0].Returned.ToWire(), sums[0].Returning.ToWire(), sums[0].Left.ToWire()));
        Assert.Equal(("0.00", "10.00"), (sums[1].Due.ToWire(), sums[1].Received.ToWire()));
    }

    private static IEnumerable<LinkState> StatesOf(EvidenceChainView chain) =>
        chain.Links.Where(link => link.Stage is EvidenceStage.Payment or EvidenceStage.Shipment or EvidenceStage.Delivery).Select(link => link.State);

    private static EvidenceGap AssertGaps(EvidenceChainView chain, params GapKind[] expected)
    {
        Assert.Equal(expected, chain.Gaps.Select(gap => gap.Kind));
        return chain.Gaps.FirstOrDefault()!;
    }

    private static Shipment Shipped(string number, DateTimeOffset at) =>
        new() { OrderId = "MP-1", Carrier = "Olva Courier", TrackingNumber = number, ShippedAt = at, RecordedAt = at, RecordedBy = "key:test" };

    private static ToldMessage Told(int delivery, OutboxState state) => new(
        new OutboxMessage
        {
            MessageId = "msg_1",
            OrderId = "MP-1",
            Sequence = 1,
            Delivery = delivery,
            Type = CallbackType.Paid,
            Body = "{}",
            CreatedAt = Chains.Noon,
            NextAttemptAt = Chains.Noon,
            State = state,
        },
        []);
}
