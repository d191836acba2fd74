using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Hosting.LiveFeed;

namespace PagoConsole.Tests.Hosting.LiveFeed;

public sealed class FeedEventTests
{
    [Fact]
    public void A_delivery_has_its_verdict_and_its_sender_is_not_told()
    {
        var told = FeedEvent.Of(Entry("door/2026-11-22", "webhook.bad_signature", """{"refusalId":"rfs_1","verdict":"BadSignature","sender":"190.1.2.3"}"""));

        Assert.Equal("BadSignature", told.Verdict);
        Assert.Equal("""{"refusalId":"rfs_1","verdict":"BadSignature"}""", told.Data.ToJsonString());
    }

    [Fact]
    public void Personal_data_that_got_in_somehow_does_not_get_out()
    {
        var told = FeedEvent.Of(Entry(
            "order/MP-1", "order.held", """{"amount":"12.00","details":{"email":"ana@example.pe","Phone":"+51987654321","rows":[{"ip":"190.1.2.3","n":1}]}}"""));

        Assert.Null(told.Verdict);
        Assert.Equal("""{"amount":"12.00","details":{"rows":[{"n":1}]}}""", told.Data.ToJsonString());
    }

    [Theory]
    [InlineData("order/MP-1", OrderEvents.Paid, true)]
    [InlineData("door/2026-11-22", "webhook.unknown_payment", true)]
    [InlineData("order/MP-1", OrderEvents.Unmasked, false)]
    [InlineData("order/MP-1", ReviewEvents.Decided, false)]
    [InlineData("order/MP-1", DisputeEvents.Closed, true)]
    [InlineData("order/MP-1", DisputeEvents.Assigned, false)]
    [InlineData("aml/aml_1", "aml.case_opened", false)]
    [InlineData("rules", "rules.published", false)]
    [InlineData("person/1", "person.added", false)]
    public void Programs_see_orders_and_the_door_and_nothing_of_our_house(string stream, string kind, bool shown) =>
        Assert.Equal(shown, PublicJournal.Shows(Entry(stream, kind, "{}")));

    private static JournalEntry Entry(string stream, string kind, string data) => new()
    {
        Seq = 1,
        At = DateTimeOffset.UnixEpoch,
        Stream = stream,
        Position = 1,
        Kind = kind,
        Actor = "job:test",
        Data = data,
        PrevHash = JournalEntry.Genesis,
        Hash = [],
    };
}
