using Bunit;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Intake;
using PagoConsole.Core.People;
using PagoConsole.Evidence.Disputes;
using PagoConsole.Orders;

namespace PagoConsole.Tests.Components;

public sealed class DisputePagesTests : PageTest
{
    [Fact]
    public async Task A_dispute_that_comes_is_a_row_with_its_countdown_and_stands_with_its_order()
    {
        var page = Show<DisputesPage>(Role.Auditor, "/disputes");
        page.WaitForAssertion(() => Assert.Contains("No dispute is open", page.Markup, StringComparison.Ordinal));

        var (orderId, id) = await DisputedAsync();

        page.WaitForAssertion(() => Assert.Equal($"/disputes/{id}", page.Find("tbody tr a").GetAttribute("href")));
        Assert.Contains("7 days left", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 open", page.Find("header").TextContent, StringComparison.Ordinal);
        await Context.DisposeComponentsAsync();
        var order = Show<OrderDetailPage>(Role.Auditor, $"/orders/{orderId}", ("OrderId", orderId));
        order.WaitForAssertion(() => Assert.NotNull(order.Find($"a[href='/disputes/{id}']")));
        Assert.DoesNotContain(order.FindAll("button"), button => button.TextContent.Contains("Open a dispute", StringComparison.Ordinal));
        Assert.DoesNotContain("Open an AML case", order.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_classifies_ticks_hands_in_and_records_the_outcome()
    {
        var (_, id) = await DisputedAsync();
        var page = Show<DisputePage>(Role.Analyst, $"/disputes/{id}", ("DisputeId", id));

        page.Act(() => page.Find("#dispute-code"), element => element.Change(nameof(DisputeReason.NotReceived)));
        page.WaitForAssertion(() => Assert.Contains("Dispute: Not received", page.Find("h1").TextContent, StringComparison.Ordinal));
        page.Press(() => page.Find("button[aria-label='Tick: Delivery']"));
        page.Act(() => page.Find("#note"), element => element.Input("Signed slip of the carrier"));
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Tick"));
        page.WaitForAssertion(() => Assert.Contains("Signed slip of the carrier", page.Find(".proof").TextContent, StringComparison.Ordinal));
        page.Act(() => page.Find("#dispute-pack"), element => element.Change(new string('b', 64)));
        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "Record that it was handed in"));
        page.WaitForAssertion(() => Assert.Contains("Proof handed in", page.Find(".state").TextContent, StringComparison.Ordinal));
        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "Record the outcome"));
        page.WaitForAssertion(() => Assert.Contains("Please say why", page.Find(".decide .fault").TextContent, StringComparison.Ordinal));
        page.Act(() => page.Find("#dispute-note"), element => element.Change("The bank agreed"));
        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "Record the outcome"));

        page.WaitForAssertion(() => Assert.Contains("Won", page.Find(".state").TextContent, StringComparison.Ordinal));
        Assert.Contains("The bank agreed", page.Find(".history").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finance_works_on_it_without_the_buyers_words_and_an_auditor_only_reads()
    {
        var (_, id) = await DisputedAsync();

        var finance = Show<DisputePage>(Role.Finance, $"/disputes/{id}", ("DisputeId", id));
        finance.WaitForAssertion(() => Assert.Contains("Hidden: your role", finance.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("It never came", finance.Markup, StringComparison.Ordinal);
        Assert.NotNull(finance.Find("#dispute-code"));
        await Context.DisposeComponentsAsync();
        var auditor = Show<DisputePage>(Role.Auditor, $"/disputes/{id}", ("DisputeId", id));
        auditor.WaitForAssertion(() => Assert.Contains("Your role sees disputes", auditor.Markup, StringComparison.Ordinal));
        Assert.Empty(auditor.FindAll("#dispute-code"));
    }

    private async Task<(string OrderId, string DisputeId)> DisputedAsync()
    {
        var placed = await PaidAsync();
        Assert.True((await Get<OpenDispute>().RunAsync(placed.OrderId, new DisputeContent("It never came", Time.GetUtcNow(), null, null), Marketplace, "req_9", Ct)).Done);
        return (placed.OrderId, await ReadAsync(db => db.Set<Dispute>().Select(d => d.DisputeId).SingleAsync(Ct)));
    }
}
