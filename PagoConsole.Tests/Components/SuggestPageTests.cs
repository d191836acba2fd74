using System.Text;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Intake.Import;
using PagoConsole.Core.People;
using PagoConsole.Rules.Preview;
using PagoConsole.Tests.Risk.BackTest;

namespace PagoConsole.Tests.Components;

public sealed class SuggestPageTests : PageTest
{
    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddHistoryImport();
    }

    [Fact]
    public async Task A_search_says_what_it_found_and_what_the_chosen_settings_do()
    {
        await ImportAsync(new ShopHistory(6_000, seed: 11));
        var page = Show<SuggestPage>(Role.Admin, "/rules/suggest");
        page.WaitForElement("form");
        page.Act(() => page.FindAll("input[name=days]")[2], element => element.Change("on"));

        page.Act(() => page.Find("form"), element => element.Submit());

        page.WaitForElement("fieldset label input[type=checkbox]", TimeSpan.FromMinutes(2));
        var rows = page.FindAll(".card tbody tr");
        Assert.Equal(["Searched on (older 70 %)", "Not seen by the search (newer 30 %)"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        var settings = page.FindAll("input[type=checkbox]");
        Assert.All(settings, setting => Assert.True(setting.HasAttribute("checked")));
        page.WaitForAssertion(() => Assert.Contains("orders", page.Find(".preview .badge").TextContent, StringComparison.Ordinal), TimeSpan.FromMinutes(1));
        var before = page.Find(".preview .sentences").TextContent;
        Assert.DoesNotContain("No order of these days", before, StringComparison.Ordinal);

        for (var at = 0; at < settings.Count; at++) await page.InvokeAsync(() => page.FindAll("input[type=checkbox]")[at].Change(false));

        page.WaitForAssertion(() => Assert.Contains("No order of these days", page.Find(".preview .sentences").TextContent, StringComparison.Ordinal), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Too_few_labels_are_said_with_what_to_do()
    {
        var page = Show<SuggestPage>(Role.Admin, "/rules/suggest");
        page.Act(() => page.Find("form"), element => element.Submit());

        page.WaitForAssertion(() => Assert.Contains("Too few labelled orders", page.Find("[role=note]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("input[type=checkbox]"));
    }

    [Fact]
    public void Who_only_sees_rules_does_not_search()
    {
        var page = Show<SuggestPage>(Role.Analyst, "/rules/suggest");

        page.WaitForAssertion(() => Assert.Contains("people who change rules", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
    }

    private async Task ImportAsync(ShopHistory shop)
    {
        // The history lies in 2025; a search looks at the year before now.
        var csv = shop.ToCsv().Replace("2025-", "2026-", StringComparison.Ordinal);
        Assert.True((await Get<ImportOrders>().RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), null, Ct)).Done);
    }
}
