using Bunit;
using PagoConsole.Core.People;
using PagoConsole.Events;

namespace PagoConsole.Tests.Components;

public sealed class EventsPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_delivery_appears_with_what_it_did()
    {
        var page = Show<EventsPage>(Role.Auditor, "/events");
        page.WaitForAssertion(() => Assert.Contains("No deliveries yet", page.Markup, StringComparison.Ordinal));

        var order = await PaidAsync();

        page.WaitForAssertion(() => Assert.Contains("Applied", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains(order.OrderId, page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_feed_stands_still_and_then_catches_up()
    {
        await PaidAsync();
        var page = Show<EventsPage>(Role.Analyst, "/events");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));

        page.Press(() => page.Find("[data-key=p]"));
        await PaidAsync();
        page.WaitForAssertion(() => Assert.Contains("1 new while paused", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Single(page.FindAll("tbody tr"));
        page.Press(() => page.Find("[data-key=p]"));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Patience);
    }

    [Fact]
    public async Task The_feed_is_filtered_by_its_address()
    {
        await PaidAsync();
        await SendAsync(Event("payment.chargeback", "pay_x"));
        await SettleDownAsync();

        var page = Show<EventsPage>(Role.Analyst, "/events?verdict=UnknownType");

        page.WaitForAssertion(() => Assert.Contains("Unknown type", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_line_opens_with_its_raw_delivery()
    {
        await PaidAsync();
        var page = Show<EventsPage>(Role.Analyst, "/events");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));

        page.Press(() => page.Find("tbody tr"));

        page.WaitForAssertion(() => Assert.Contains("\"event_id\":", page.Find("aside pre").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Valid", page.Find("aside").TextContent, StringComparison.Ordinal);
    }
}
