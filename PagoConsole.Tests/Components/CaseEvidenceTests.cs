using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Links;
using PagoConsole.ReviewQueue.Evidence;
using static PagoConsole.Core.Orders.IdentifierKind;

namespace PagoConsole.Tests.Components;

/// <summary>Related orders and similar cases as the case page shows them.</summary>
public sealed class CaseEvidenceTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    private readonly ConsoleContext context = new(new FakeTimeProvider(Now));

    public void Dispose() => context.Dispose();

    [Fact]
    public void Related_orders_are_narrowed_by_what_they_share()
    {
        var list = Related(
            [Order("T-3", OrderStatus.Rejected, "u-bad", true, Phone, Device), Order("T-2", OrderStatus.Paid, "u-me", null, Account, Device), Order("T-1", OrderStatus.Paid, "u-x", false, Ip)],
            [new(Account, 1, false), new(Device, 2, false), new(Phone, 1, false), new(Email, 0, false), new(Ip, 50, true)]);
        Assert.Equal(["All 3", "account 1", "device 2", "phone 1", "IP address 1+"], Chips(list).Select(Plain));
        Assert.Equal(["T-3", "T-2", "T-1"], Orders(list));

        list.Act(() => Chips(list)[2], element => element.Click());

        Assert.Equal(["T-3", "T-2"], Orders(list));
        Assert.Equal("true", Chips(list)[2].GetAttribute("aria-pressed"));
        Assert.Equal("false", Chips(list)[0].GetAttribute("aria-pressed"));
        list.Act(() => Chips(list)[0], element => element.Click());
        Assert.Equal(3, Orders(list).Count());
    }

    [Fact]
    public void A_related_order_says_its_fate_and_whose_it_is()
    {
        var rows = Related([Order("T-3", OrderStatus.Rejected, "u-bad", true, Phone), Order("T-2", OrderStatus.Paid, "u-me", null, Account)], []).FindAll("tbody tr");

        Assert.Contains("Rejected", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Fraud", rows[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows[0].QuerySelector("a[href='/accounts/u-bad']"));
        Assert.Contains("same account", rows[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Fraud", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void That_there_is_none_or_more_is_said()
    {
        Assert.Contains("No other order has anything in common", Related([], []).Markup, StringComparison.Ordinal);
        Assert.Contains("there are more", Related([Order("T-1", OrderStatus.Paid, "u", null, Ip)], [], more: true).Find(".more").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_similar_case_says_how_it_went()
    {
        var rows = Similar(Case("T-1", ReviewDecision.Approve, false, true), Case("T-2", ReviewDecision.Reject, true, null)).FindAll("tbody tr");

        Assert.Contains("Approved", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Fraud", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("80 %", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("under a week", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal([false, true], rows[0].QuerySelectorAll(".reason").Select(reason => reason.ClassList.Contains("muted")));
        Assert.Contains("Hold ended", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("No case of the last 90 days", Similar().Markup, StringComparison.Ordinal);
    }

    private static RelatedOrder Order(string id, OrderStatus status, string account, bool? fraud, params IdentifierKind[] shared) =>
        new(id, status, null, Money.Of(100m, Currency.Pen), Now, account, fraud, shared);

    private static SimilarCase Case(string id, ReviewDecision decision, bool ended, bool? fraud) => new(
        id, decision, Now, ended, new(["new-account-high-value", "ip-velocity"], Money.Of(900m, Currency.Pen), AccountAge.Days), ["new-account-high-value"], 80, OrderStatus.Paid, fraud);

    private static IReadOnlyList<IElement> Chips(IRenderedComponent<RelatedOrdersList> list) => list.FindAll("button[aria-pressed]");

    private static IEnumerable<string> Orders(IRenderedComponent<RelatedOrdersList> list) => list.FindAll("tbody td:first-child code").Select(code => code.TextContent);

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<RelatedOrdersList> Related(RelatedOrder[] orders, RelatedCount[] kinds, bool more = false) =>
        context.Render<RelatedOrdersList>(p => p.Add(c => c.List, new RelatedOrderList(orders, kinds, more)));

    private IRenderedComponent<SimilarCasesList> Similar(params SimilarCase[] cases) => context.Render<SimilarCasesList>(p => p.Add(c => c.Cases, cases));
}
