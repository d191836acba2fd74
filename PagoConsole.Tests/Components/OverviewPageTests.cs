using Bunit;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Overview;

namespace PagoConsole.Tests.Components;

public sealed class OverviewPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Without_orders_it_says_so()
    {
        var page = Show<OverviewPage>(Role.Analyst, "/");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".tiles")));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[class*=empty]")));
    }

    [Fact]
    public async Task Every_order_is_in_one_of_its_figures_and_each_leads_to_the_rows()
    {
        await HeldAsync();
        await PaidAsync();
        var cancelled = await PlaceAsync(NewOrder());
        await Get<CancelOrder>().RunAsync(cancelled.OrderId, null, Marketplace, "r", Ct);

        var page = Show<OverviewPage>(Role.Auditor, "/");

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count));
        var links = page.FindAll(".tiles a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.All(Enum.GetValues<OrderStatus>(), status => Assert.Contains(links, link => link.Contains(status.ToString(), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_paid_order_shows_by_itself()
    {
        var page = Show<OverviewPage>(Role.Finance, "/");
        await PaidAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), Patience);
    }

    [Fact]
    public async Task A_store_that_fails_is_told_with_a_way_to_try_again()
    {
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("ALTER TABLE orders RENAME TO gone", [], Ct), Ct);

        var page = Show<OverviewPage>(Role.Analyst, "/");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")), Patience);
        Assert.NotEmpty(page.FindAll("button"));
    }
}
