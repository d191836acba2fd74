using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview;
using PagoConsole.Core.Payments;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Overview;
using PagoConsole.Tests.Overview;

namespace PagoConsole.Tests.Components;

public sealed class OverviewPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Without_orders_it_says_so()
    {
        var page = Show<OverviewPage>(Role.Analyst, "/");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[class*=empty]")));
        Assert.Empty(page.FindAll(".tile"));
    }

    [Fact]
    public async Task Each_figure_leads_to_its_rows_and_says_that_there_is_nothing_to_compare_with()
    {
        await PaidAsync();

        var page = Show<OverviewPage>(Role.Auditor, "/");

        page.WaitForAssertion(() => Assert.Equal("1", Figure(page, "Orders")));
        Assert.Equal(("1", "S/ 120.00", "0"), (Figure(page, "Paid"), Figure(page, "Paid in soles"), Figure(page, "Missed webhooks")));
        Assert.Equal(9, page.FindAll("a.tile").Count);
        Assert.Contains(page.FindAll("a.tile"), tile => tile.GetAttribute("href") == "/today/Paid");
        Assert.Contains("Nothing to compare with yet", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing needs anyone", page.Markup, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("figure").Count);
    }

    [Theory]
    [InlineData(Role.Analyst, false, true)]
    [InlineData(Role.Finance, true, false)]
    [InlineData(Role.Admin, true, true)]
    public async Task A_role_sees_what_it_may(Role role, bool money, bool reviews)
    {
        await PaidAsync();

        var page = Show<OverviewPage>(role, "/");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".tile")));
        var labels = page.FindAll(".tile .label").Select(label => label.TextContent).ToList();
        Assert.Equal((money, money, reviews), (labels.Contains("Paid in soles"), labels.Contains("Open money cases"), labels.Contains("In review")));
        Assert.Equal(money ? 3 : 2, page.FindAll("figure").Count);
    }

    [Fact]
    public async Task What_needs_someone_is_a_click_away_and_the_first_is_named()
    {
        var held = await HeldAsync();

        var page = Show<OverviewPage>(Role.Analyst, "/");

        page.WaitForAssertion(() => Assert.Contains("Orders that wait for a decision: 1", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["/reviews", $"/reviews/{held.OrderId}"], page.FindAll(".what a").Select(link => link.GetAttribute("href")));
        Assert.Equal("1", Figure(page, "In review"));
    }

    [Fact]
    public async Task A_paid_order_shows_by_itself_before_it_is_counted()
    {
        await PlaceAsync(NewOrder());
        var page = Show<OverviewPage>(Role.Finance, "/");
        page.WaitForAssertion(() => Assert.Equal("0", Figure(page, "Paid")));

        await PaidAsync();

        page.WaitForAssertion(() => Assert.Equal(("2", "1"), (Figure(page, "Orders"), Figure(page, "Paid"))), Patience);
    }

    [Fact]
    public async Task A_store_that_fails_is_told_with_a_way_to_try_again()
    {
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("ALTER TABLE hourly_counts RENAME TO gone", [], Ct), Ct);

        var page = Show<OverviewPage>(Role.Analyst, "/");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")), Patience);
        Assert.NotEmpty(page.FindAll("button"));
    }

    [Fact]
    public async Task The_rows_of_a_figure_lead_to_their_orders()
    {
        var paid = await PaidAsync();
        await PlaceAsync(NewOrder());

        var rows = Show<HappeningsPage>(Role.Analyst, "/today/Paid", (nameof(HappeningsPage.What), "Paid"));

        rows.WaitForAssertion(() => Assert.Equal($"/orders/{paid.OrderId}", Assert.Single(rows.FindAll("tbody a")).GetAttribute("href")));
        Assert.Equal("Paid today", rows.Find(".filter.active").TextContent.Trim());
        Assert.Equal("1 order", rows.Find(".figure .figure").TextContent.Trim());
    }

    [Fact]
    public async Task All_rows_of_a_figure_are_counted_and_each_currency_is_added_up()
    {
        await PlaceAsync(NewOrder());
        await PlaceAsync(NewOrder(80.5m));
        await PlaceAsync(NewOrder(50m, currency: "USD"));

        var rows = Show<HappeningsPage>(Role.Finance, "/today/Placed", (nameof(HappeningsPage.What), "placed"));

        rows.WaitForAssertion(() => Assert.Equal(["3 orders", "S/ 200.50", "US$ 50.00"], rows.FindAll(".figure .figure > span").Select(part => part.TextContent.Trim().Replace('\u00a0', ' '))));
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("0")]
    public void A_figure_that_nobody_knows_is_no_page(string word)
    {
        var none = Show<HappeningsPage>(Role.Analyst, $"/today/{word}", (nameof(HappeningsPage.What), word));

        none.WaitForAssertion(() => Assert.Contains("The address may be mistyped", none.Markup, StringComparison.Ordinal));
        Assert.Equal("There is no such page", none.Find("h1").TextContent);
        Assert.Empty(none.FindAll(".filter"));
    }

    [Fact]
    public async Task A_figure_without_rows_says_so()
    {
        await PlaceAsync(NewOrder());

        var none = Show<HappeningsPage>(Role.Analyst, "/today/Expired", (nameof(HappeningsPage.What), "Expired"));

        none.WaitForAssertion(() => Assert.Contains("Nothing of this kind today", none.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_step_from_hour_to_hour_over_the_range_of_earlier_days()
    {
        var day = Lima.DayOf(Time.GetUtcNow());
        DayCurve Curve(long first, long rest) => new(day, [first, .. Enumerable.Repeat(rest, 23)]);
        var figure = TodayFigure.Of(Curve(4, 0), [Curve(1, 2), Curve(3, 2)], TimeSpan.FromHours(1.5));
        var chart = Context.Render<HourLines>(c => c.Add(h => h.Title, "Orders").Add(h => h.Unit, "u").Add(h => h.Figure, figure).Add(h => h.Now, Lima.StartOf(day).AddHours(1.5)));

        Assert.Equal("M0 0H12V120H24", chart.Find(".lines .today").GetAttribute("d"));
        Assert.StartsWith("M0 60H12V60H24", chart.Find(".lines .usual").GetAttribute("d"), StringComparison.Ordinal);
        Assert.EndsWith("V60H12V90H0Z", chart.Find(".lines .range").GetAttribute("d"), StringComparison.Ordinal);
        Assert.Equal(["00:00", "4", "2", "1–3"], chart.FindAll("tbody tr:first-child td").Select(cell => cell.TextContent));
        Assert.Equal("–", chart.FindAll("tbody tr:nth-child(3) td")[1].TextContent);
    }

    [Fact]
    public async Task Money_that_waits_is_one_of_the_things_that_need_finance()
    {
        var placed = await PlaceAsync(NewOrder());
        await Get<CancelOrder>().RunAsync(placed.OrderId, null, Marketplace, "r", Ct);
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_late"));
        await SettleDownAsync();

        var page = Show<OverviewPage>(Role.Finance, "/");

        page.WaitForAssertion(() => Assert.Equal("1", Figure(page, "Open money cases")));
        var waits = Assert.Single(await CasesAsync(placed.OrderId));
        Assert.Contains(page.FindAll(".what a"), link => link.GetAttribute("href") == $"/money/{waits.CaseId}");
    }

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddOverviewDesk();
    }

    private static string Figure(IRenderedComponent<PageInFrame<OverviewPage>> page, string label) =>
        page.FindAll(".tile").Single(tile => tile.QuerySelector(".label")!.TextContent == label).QuerySelector(".figure")!.TextContent;
}
