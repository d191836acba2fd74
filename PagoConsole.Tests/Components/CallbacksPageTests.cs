using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Callbacks;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Layout;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class CallbacksPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_message_is_a_row_and_opens_with_its_body()
    {
        var order = await PaidAsync();
        var page = Show<CallbacksPage>(Role.Analyst, "/callbacks");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count), Patience);
        Assert.Contains("order.paid", page.Find("tbody tr").TextContent, StringComparison.Ordinal);

        page.Press(() => page.Find("tbody tr"));

        page.WaitForAssertion(() => Assert.Contains(order.OrderId, page.Find("aside pre").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Not sent yet.", page.Find("aside").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_by_its_address()
    {
        await PaidAsync();

        var page = Show<CallbacksPage>(Role.Analyst, "/callbacks?type=order.approved");

        page.WaitForAssertion(() => Assert.Contains("order.approved", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal), Patience);
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo("/callbacks?state=Parked");
        page.WaitForAssertion(() => Assert.Contains("Nothing under this filter", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Admin, true)]
    public async Task Who_may_send_sends_a_parked_one_again(Role role, bool may)
    {
        await PaidAsync();
        await ParkAllAsync();
        var page = Show<CallbacksPage>(role, "/callbacks?state=Parked");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count), Patience);
        page.Press(() => page.Find("tbody tr"));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("aside pre")), Patience);
        Assert.Equal(may, page.FindAll("button").Any(button => button.TextContent.Trim() is "Send a test"));
        Assert.Equal(may, page.FindAll("aside button").Any(button => button.TextContent.Trim() is "Send again"));
        if (!may) return;

        page.Press(() => page.FindAll("aside button").Single(button => button.TextContent.Trim() is "Send again"));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Patience);
        page.WaitForAssertion(() => Assert.Contains("Delivery 2", page.Find("aside").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task The_rail_counts_what_is_parked_and_follows()
    {
        await PaidAsync();
        await ParkAllAsync();
        var rail = Show<Rail>(Role.Admin, "/callbacks");
        rail.WaitForAssertion(() => Assert.Equal("3", rail.Find("a[href='/callbacks'] .count").TextContent), Patience);

        var parked = await ReadAsync(db => db.Set<OutboxMessage>().Select(m => m.MessageId).FirstAsync(Ct));
        await Get<SendCallbackAgain>().RunAsync(parked, await Context.Services.GetRequiredService<CurrentActor>().GetAsync(), Ct);

        rail.WaitForAssertion(() => Assert.Equal("2", rail.Find("a[href='/callbacks'] .count").TextContent), Patience);
    }

    [Fact]
    public async Task All_of_a_filter_are_sent_again_after_a_preview()
    {
        await PaidAsync();
        await ParkAllAsync();
        var page = Show<CallbacksPage>(Role.Admin, "/callbacks?state=Parked");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count), Patience);

        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() is "Send all again"));
        page.WaitForAssertion(() => Assert.Contains("Send 3 messages again?", page.Markup, StringComparison.Ordinal), Patience);
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() is "Send all again"));

        page.WaitForAssertion(() => Assert.Contains("3 messages are being sent again", page.Markup, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tbody tr")), Patience);
    }

    [Fact]
    public void A_marketplace_that_is_down_is_told()
    {
        foreach (var order in (string[])["A", "B", "C", "D", "E"]) Get<CallbackCircuit>().Observe(order, "timeout");

        var page = Show<CallbacksPage>(Role.Auditor, "/callbacks");

        page.WaitForAssertion(() => Assert.Contains("last answer: timeout", page.Markup, StringComparison.Ordinal), Patience);
    }

    // As if three days had gone by without an answer.
    private Task ParkAllAsync() => Get<Writes>().DoAsync(
        async tx =>
        {
            foreach (var message in await tx.Db.Set<OutboxMessage>().ToListAsync(Ct)) message.State = OutboxState.Parked;
        },
        Ct);
}
