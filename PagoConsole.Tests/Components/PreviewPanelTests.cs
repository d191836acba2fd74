using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using PagoConsole.Rules.Preview;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

/// <summary>What somebody sees who changes a threshold, over real orders.</summary>
public sealed class PreviewPanelTests : PageTest
{
    [Fact]
    public async Task A_lower_threshold_is_told_in_words_figures_and_orders()
    {
        var orders = await OrdersAsync();
        await LabelAsync(orders[0], fraud: true);
        await LabelAsync(orders[1], fraud: false);

        var panel = Show(HighValueFrom(600));

        panel.WaitForAssertion(() => Assert.Equal("All 5 orders", panel.Find(".badge.all").TextContent));
        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll("progress"))); // of so few orders the sample is all
        Assert.Equal(
            ["3 more orders a day to review (S/ 2,100)", "0.3 analyst hours a day more: 0.4 in all", "1 more known fraud caught", "1 more good buyer held or refused"],
            panel.FindAll(".sentences li").Select(li => li.TextContent));
        Assert.Equal(["To review", "1 S/ 1,200", "4 S/ 3,300", "+3"], Row(panel, "To review"));
        Assert.Equal(["Fraud missed", "1", "0", "−1"], Row(panel, "Fraud missed"));
        Assert.Equal("Approved → To review: 3, S/ 2,100, 1 known fraud, 1 known good", Plain(panel.Find("details summary")));
        Assert.Equal(orders.Reverse().Select(ConsoleUrls.Order), panel.FindAll("details td a").Select(a => a.GetAttribute("href")));
        Assert.Contains("+ New account, high value", panel.Find("details tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("assumed to take 6 minutes", panel.Find(".notes").TextContent, StringComparison.Ordinal);
        Assert.Contains("3 more orders", panel.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_follow_the_draft_and_stay_until_there_are_new_ones()
    {
        await OrdersAsync();
        var panel = Show(HighValueFrom(600));
        panel.WaitForAssertion(() => Assert.Equal("+3", Row(panel, "To review")[3]));

        panel.Render(frame => frame.Add(f => f.Page, Panel(HighValueFrom(2000))));

        Assert.Equal("+3", Row(panel, "To review")[3]);
        Assert.NotNull(panel.Find(".figures.stale[aria-busy=true]"));
        panel.WaitForAssertion(() => Assert.Equal("−1", Row(panel, "To review")[3]));
        Assert.Empty(panel.FindAll(".stale"));
    }

    [Fact]
    public async Task A_draft_that_is_like_the_rules_in_force_changes_nothing()
    {
        await OrdersAsync();

        var panel = Show(RuleSet.Default);

        panel.WaitForAssertion(() => Assert.Equal("No order of these days would have come out differently", panel.Find(".sentences").TextContent.Trim()));
        Assert.Empty(panel.FindAll(".crossings"));
    }

    [Fact]
    public async Task Another_span_looks_at_other_days()
    {
        await OrdersAsync();
        Time.Advance(TimeSpan.FromDays(10));
        var panel = Show(HighValueFrom(600));
        panel.WaitForAssertion(() => Assert.Equal("All 5 orders", panel.Find(".badge").TextContent));

        await panel.InvokeAsync(() => panel.FindAll(".spans button")[0].Click()); // found and pressed without a rendering in between

        panel.WaitForAssertion(() => Assert.Contains("No orders in these days", panel.Markup, StringComparison.Ordinal));
        Assert.Contains("import orders", panel.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", panel.FindAll(".spans button")[0].GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Who_may_not_see_rules_gets_no_figures()
    {
        var panel = Show(HighValueFrom(600), Role.Finance);

        panel.WaitForAssertion(() => Assert.NotNull(panel.Find("[role=alert]")));
        Assert.Empty(panel.FindAll("table"));
    }

    [Fact]
    public async Task A_draft_with_a_fault_says_which()
    {
        await OrdersAsync();

        var panel = Show(RuleSet.Default with { ReviewThreshold = 0 });

        panel.WaitForAssertion(() => Assert.Contains("reviewThreshold", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    /// <summary>Three orders of young accounts under the threshold, one over it, one of an old account.</summary>
    private async Task<IReadOnlyList<string>> OrdersAsync()
    {
        var under = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            under.Add((await PlaceAsync(NewOrder(700m, accountDays: 2))).OrderId);
            Time.Advance(TimeSpan.FromSeconds(10));
        }

        await PlaceAsync(NewOrder(1200m, accountDays: 2));
        await PlaceAsync(NewOrder(700m, accountDays: 300));
        return under;
    }

    private Task LabelAsync(string orderId, bool fraud) => Get<Writes>().DoAsync(
        async tx => (await tx.LockAsync<Order>(orderId, Ct))!.Label(fraud, LabelSource.Told, tx.Now), Ct);

    private static RuleSet HighValueFrom(decimal soles) => RuleSet.Default with
    {
        Rules =
        [
            .. RuleSet.Default.Rules.Select(entry => entry.Rule != "new-account-high-value" ? entry
                : new RuleEntry(entry.Rule, entry.Mode, entry.Action, entry.Score, entry.VoucherMinutes, JsonSerializer.SerializeToElement(new NewAccountHighValueSettings { FromPen = soles }, RuleSet.Json))),
        ],
    };

    private IRenderedComponent<PageInFrame<PreviewPanel>> Show(RuleSet draft, Role role = Role.Admin) =>
        Show<PreviewPanel>(role, "/", (nameof(PreviewPanel.Active), RuleSet.Default), (nameof(PreviewPanel.Draft), draft));

    private static RenderFragment Panel(RuleSet draft) => builder =>
    {
        builder.OpenComponent<PreviewPanel>(0);
        builder.AddComponentParameter(1, nameof(PreviewPanel.Active), RuleSet.Default);
        builder.AddComponentParameter(1, nameof(PreviewPanel.Draft), draft);
        builder.CloseComponent();
    };

    private static List<string> Row(IRenderedComponent<PageInFrame<PreviewPanel>> panel, string name) =>
        [.. panel.FindAll(".figures > .grid-frame tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == name).Children.Select(cell => cell.TextContent.Trim())];

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
