using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Rules;
using PagoConsole.Rules.Tuning;
using PagoConsole.Tests.Risk.Tuning;

namespace PagoConsole.Tests.Components.Tuning;

public sealed class VersionsPageTests : TuningPageTest
{
    [Fact]
    public async Task Versions_stand_with_author_comment_and_what_they_changed_in_words()
    {
        await PublishedAsync(SomeRules.Amount(800, 600));

        var page = Show<VersionsPage>(Role.Auditor, "/rules/versions");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("table.versions tbody tr").Count), Patience);
        var line = page.Find("table.versions tbody tr").TextContent;
        foreach (var words in new[] { "Version 2", "In force", "rosa", "Fraud wave", "“Amount from”: from S/ 800.00 to S/ 600.00" }) Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Restore");
    }

    [Fact]
    public async Task Any_two_are_compared_side_by_side()
    {
        await PublishedAsync(SomeRules.Amount(800, 600));
        await PublishedAsync(SomeRules.Amount(600, 500), new RuleChange("ip-velocity", 2, RuleChange.Mode, "\"Enforce\"", "\"Shadow\""));

        var page = Show<VersionsPage>(Role.Analyst, "/rules/versions?left=1&right=3");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("table.compare tbody tr").Count), Patience);
        Assert.Equal(["S/ 800.00", "S/ 500.00"], page.FindAll("table.compare tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Contains("Many orders from one address (tier 2), “Mode”", page.FindAll("table.compare tbody tr")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_restored_with_a_reason_after_showing_what_that_changes()
    {
        await PublishedAsync(SomeRules.Amount(800, 600));
        var page = Show<VersionsPage>(Role.Admin, "/rules/versions");
        page.WaitForAssertion(() => Button(page, "Restore"), Patience);

        page.Press(() => Button(page, "Restore"));
        page.WaitForAssertion(() => Assert.Contains("from S/ 600.00 to S/ 800.00", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal), Patience);
        page.Press(() => Button(page, "Restore version 1"));

        page.WaitForAssertion(() => Assert.Contains("Restores version 1", page.Find("table.versions tbody tr").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(3, (await Get<VersionBook>().ReadAsync(null, Rosa, Ct)).Value[0].Row.Version);
    }

    [Fact]
    public async Task Drafts_are_listed_with_what_they_change_and_wait_for()
    {
        var draft = await DraftAsync(SomeRules.Amount(800, 600));
        await Get<PublishDraft>().RunAsync(draft.DraftId, draft.Revision, "Monday", Time.GetUtcNow().AddHours(2), Rosa, Ct);

        var page = Show<DraftsPage>(Role.Analyst, "/rules/drafts");

        page.WaitForAssertion(() => Assert.Contains("Scheduled", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("from S/ 800.00 to S/ 600.00", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/rules/draft/{draft.DraftId}", page.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public void Change_leads_from_the_rules_in_force_into_a_draft_with_that_rule_open()
    {
        var page = Show<RulesPage>(Role.Admin, "/rules?open=payment-limit");
        page.WaitForAssertion(() => Button(page, "Change this rule"), Patience);

        page.Press(() => Button(page, "Change this rule"));

        page.WaitForAssertion(() => Assert.Matches("/rules/draft/dft_[a-z0-9]+\\?rule=payment-limit$", Context.Services.GetRequiredService<NavigationManager>().Uri), Patience);
    }

    [Fact]
    public void Who_may_not_change_rules_is_offered_no_change()
    {
        var page = Show<RulesPage>(Role.Analyst, "/rules");
        page.WaitForAssertion(() => page.Find("table.rules"), Patience);

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Change rules");
    }
}
