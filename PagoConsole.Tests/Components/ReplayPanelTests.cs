using System.Net;
using System.Text;
using Bunit;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;
using PagoConsole.Events;

namespace PagoConsole.Tests.Components;

public sealed class ReplayPanelTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_delivery_is_tried_and_then_processed_with_a_note()
    {
        var order = await ToldBeforeItWasKnownAsync("pay_elsewhere");
        var page = await OpenAsync(Role.Finance);

        page.Press(() => Button(page, "aside", "Dry run"));
        page.WaitForAssertion(() => Assert.Contains("This would change", page.Find(".outcome").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains($"Order {order.OrderId}: Awaiting payment → Paid", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        Assert.Contains("The marketplace is told: order.paid", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(order.OrderId)).Status);

        page.Press(() => Button(page, "aside", "Process for real"));
        page.Act(() => page.Find(".mud-dialog textarea"), element => element.Input("Matched by hand"));
        page.Press(() => Button(page, ".mud-dialog", "Process for real"));

        page.WaitForAssertion(() => Assert.Contains("Matched by hand", page.Find(".trail").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Done", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        Assert.Contains("Finance", page.Find(".trail").TextContent, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Paid, (await OrderAsync(order.OrderId)).Status);
    }

    [Fact]
    public async Task Nothing_to_do_offers_nothing_to_do()
    {
        await PaidAsync();
        var page = await OpenAsync(Role.Admin);

        page.Press(() => Button(page, "aside", "Dry run"));

        page.WaitForAssertion(() => Assert.Contains("Nothing would change", page.Find(".outcome").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("It is not offered for real", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("→", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("aside button"), button => button.TextContent.Contains("Process for real", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_leads_to_its_order()
    {
        var paid = await PaidAsync();
        var page = await OpenAsync(Role.Finance);

        Assert.Equal($"/orders/{paid.OrderId}", page.Find("aside dd a").GetAttribute("href"));
        Assert.Equal($"/orders/{paid.OrderId}", page.FindAll("tbody a")[1].GetAttribute("href"));
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Auditor)]
    public async Task Others_see_who_did_it_and_cannot(Role role)
    {
        await ToldBeforeItWasKnownAsync("pay_elsewhere");
        var line = (await Get<EventFeed>().ReadAsync(Person("x"), [], null, Ct)).Value.Single();
        await Get<ReplayReceipt>().RunAsync(line, "Matched by hand", Person("fay"), Ct);

        var page = await OpenAsync(role, line.Seq);

        page.WaitForAssertion(() => Assert.Contains("Matched by hand", page.Find(".trail").TextContent, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain(page.FindAll("aside button"), button => button.TextContent.Contains("Dry run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_turned_away_says_why_it_cannot_be_processed()
    {
        await Get<WebhookDoor>().ReceiveAsync(new Knock(IPAddress.Loopback, Encoding.UTF8.GetBytes("{}"), false, "00", "{}"));
        await SettleDownAsync();

        var page = await OpenAsync(Role.Finance);

        page.WaitForAssertion(() => Assert.Contains("It was never verified", page.Find("aside").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task All_of_a_verdict_are_processed_after_a_count()
    {
        await ToldBeforeItWasKnownAsync("pay_a");
        await ToldBeforeItWasKnownAsync("pay_b");
        var page = Show<EventsPage>(Role.Finance, "/events?verdict=UnknownPayment");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Patience);

        page.WaitForAssertion(() => Assert.False(page.Find(".all button").HasAttribute("disabled")), Patience);
        page.Press(() => Button(page, ".all", "Process all again"));
        page.WaitForAssertion(() => Assert.Contains("Process 2 deliveries again?", page.Markup, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find(".mud-dialog textarea"), element => element.Input("Matched by hand"));
        page.Press(() => Button(page, ".mud-dialog", "Process all again"));

        page.WaitForAssertion(() => Assert.Contains("2 of 2 processed", page.Find(".run").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(2, await ReadAsync(db => db.Set<Order>().CountAsync(o => o.Status == OrderStatus.Paid, Ct)));
        page.WaitForAssertion(() => Assert.True(page.Find(".all button").HasAttribute("disabled")), Patience);
    }

    [Theory]
    [InlineData(Role.Finance, "/events", false)]
    [InlineData(Role.Finance, "/events?verdict=Applied", false)]
    [InlineData(Role.Analyst, "/events?verdict=Parked", false)]
    [InlineData(Role.Admin, "/events?verdict=Parked", true)]
    public void All_at_once_is_offered_for_what_needs_a_person_to_those_who_may(Role role, string path, bool offered)
    {
        var page = Show<EventsPage>(role, path);

        page.WaitForAssertion(() => Assert.Equal(offered, page.FindAll(".all button").Count == 1), Patience);
        if (!offered) return;
        Assert.True(page.Find(".all button").HasAttribute("disabled"));
        Assert.Contains("Nothing with this verdict is left", page.Find(".all").TextContent, StringComparison.Ordinal);
    }

    /// <summary>A delivery for a payment that nobody knew then, and that belongs to an order now.</summary>
    private async Task<OrderDocument> ToldBeforeItWasKnownAsync(string paymentId)
    {
        await SendAsync(Event("payment.paid", paymentId, Money.Of(120m, Currency.Pen), $"tx_{paymentId}"));
        await SettleDownAsync();
        var order = await PlaceAsync(NewOrder());
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("UPDATE payments SET payment_id = @p0 WHERE order_id = @p1", [paymentId, order.OrderId], Ct), Ct);
        return order;
    }

    private async Task<IRenderedComponent<PageInFrame<EventsPage>>> OpenAsync(Role role, long? seq = null)
    {
        var line = seq ?? (await Get<EventFeed>().ReadAsync(Person("x"), [], null, Ct)).Value[0].Seq;
        var page = Show<EventsPage>(role, $"/events?seq={line}");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("aside pre")), Patience);
        return page;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<PageInFrame<EventsPage>> page, string within, string word) =>
        page.FindAll($"{within} button").Single(button => button.TextContent.Trim() == word);
}
