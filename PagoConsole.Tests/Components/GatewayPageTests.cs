using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Gateway;
using PagoConsole.Layout;
using PagoConsole.Tests.Overview;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Components;

public sealed class GatewayPageTests : PageTest
{
    [Fact]
    public void Before_any_call_it_says_that_there_was_none()
    {
        var page = Show<GatewayPage>(Role.Analyst, "/gateway");

        page.WaitForAssertion(() => Assert.Contains("Nothing waits for PagoEfectivo", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Every call of the last 24 hours was answered well", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No voucher was made in the last 14 days", page.Markup, StringComparison.Ordinal);
        Assert.Equal("–", Cells(page, "Create payment")[1]);
    }

    [Fact]
    public async Task Calls_errors_what_waits_and_vouchers_are_told()
    {
        await PaidAsync();
        Pago.Mishaps.Enqueue(Mishap.NotSent);
        await PlaceAsync(NewOrder());
        await Get<Writes>().DoAsync(
            tx =>
            {
                tx.Keep([Call(120, GatewayFault.None), Call(120, GatewayFault.None), Call(120, GatewayFault.None), Call(3000, GatewayFault.Failed, 503)], "T-1", null);
                return Task.CompletedTask;
            },
            Ct);
        foreach (var pump in Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<CountingPump>()) await pump.WorkAsync(Ct);

        var page = Show<GatewayPage>(Role.Auditor, "/gateway");

        page.WaitForAssertion(() => Assert.Equal(["4", "75.0%", "0", "1"], Cells(page, "Create payment").Take(4)));
        Assert.Contains("Payments to be created", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("tbody tr"), row => row.TextContent.Contains("Create payment", StringComparison.Ordinal) && row.TextContent.Contains("PagoEfectivo failed", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("100%paid", Plain(page.Markup), StringComparison.Ordinal);
        Assert.Contains("up to S/ 200", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_circuit_is_told_the_moment_it_opens()
    {
        await PlaceAsync(NewOrder());
        var page = Show<GatewayPage>(Role.Admin, "/gateway");
        page.WaitForAssertion(() => Assert.Contains("Calls go through", page.Markup, StringComparison.Ordinal));

        Get<GatewayHealth>().Circuit(GatewayCircuit.Open, Time.GetUtcNow());

        page.WaitForAssertion(() => Assert.Contains("Calls are held back", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_day_changes_within_a_chart_its_date_stands()
    {
        Cultures.Speak("en");
        var chart = Rates(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero)); // 13:00 in Lima

        Assert.Equal(["13:00", "13:00", "22 Nov", "23 Nov"], chart.FindAll(".ticks text").Select(tick => tick.TextContent));
        Assert.Equal("45.8%", chart.FindAll(".ticks text")[3].GetAttribute("x"));
        Assert.Equal("132", chart.Find(".midnight").GetAttribute("x1"));
        Assert.Equal("23 Nov 12:00", chart.Find("tbody td").TextContent);
    }

    [Fact]
    public void Within_one_day_the_hours_say_it_all()
    {
        Cultures.Speak("en");
        var chart = Rates(new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero)); // midnight in Lima

        Assert.Equal(["00:00", "00:00"], chart.FindAll(".ticks text").Select(tick => tick.TextContent));
        Assert.Equal("23:00", chart.Find("tbody td").TextContent);
    }

    [Fact]
    public async Task A_store_that_fails_is_told()
    {
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("ALTER TABLE call_counts RENAME TO gone", [], Ct), Ct);

        var page = Show<GatewayPage>(Role.Analyst, "/gateway");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(1.0, "100%")]
    [InlineData(0.0, "0%")]
    [InlineData(0.99999, "99.9%")]
    [InlineData(0.5, "50.0%")]
    public void Only_what_is_whole_is_a_hundred(double? share, string words) => Assert.Equal(words, Plain(GatewayWords.ShareOf(share)));

    [Fact]
    public void The_rail_leads_there()
    {
        var rail = Show<Rail>(Role.Analyst, "/gateway");

        rail.WaitForAssertion(() => Assert.Equal("/gateway", Assert.Single(rail.FindAll("a.place.active")).GetAttribute("href")));
    }

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddOverviewDesk();
    }

    private GatewayCall Call(long took, GatewayFault fault, int status = 200) => new(1, "POST", "/api/v1/payment", Time.GetUtcNow(), took, fault, status);

    private static List<string> Cells(IRenderedComponent<PageInFrame<GatewayPage>> page, string call) =>
        [.. page.Find("table[aria-label='Calls of the last hour']").QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(call, StringComparison.Ordinal)).QuerySelectorAll("td").Skip(1).Select(cell => Plain(cell.TextContent))];

    /// <summary>A culture may set a space before its percent sign.</summary>
    private IRenderedComponent<CallRates> Rates(DateTimeOffset from) => Context.Render<CallRates>(c => c
        .Add(r => r.Title, "Calls")
        .Add(r => r.Minutes, 60)
        .Add(r => r.Rates, [.. Enumerable.Range(0, 24).Select(hour => new CallRate(from.AddHours(hour), hour, 0))]));

    private static string Plain(string share) => string.Concat(share.Where(letter => !char.IsWhiteSpace(letter)));
}
