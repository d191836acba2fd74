using AngleSharp.Dom;
using Bunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;
using PagoConsole.Tests.Risk.Tuning;

namespace PagoConsole.Tests.Components.Tuning;

public sealed class DraftPageTests : TuningPageTest
{
    [Fact]
    public async Task A_value_is_kept_when_the_hand_lets_go_and_marked_with_what_it_was()
    {
        var draft = await DraftAsync();
        var page = ShowDraft(draft.DraftId);

        await page.Find(Amount).ChangeAsync(new() { Value = "600" });

        page.WaitForAssertion(() => Assert.Contains("Before: S/ 800.00", page.Find("[data-setting=new-account-high-value-1-fromPen]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("600", await ValueAsync(draft.DraftId));
        Assert.Contains("New account, high value, “Amount from”: from S/ 800.00 to S/ 600.00", page.Find("#changes").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000001", "0 to 1,000,000")]
    [InlineData("-1", "0 to 1,000,000")]
    [InlineData("", "0 to 1,000,000")]
    public async Task What_does_not_fit_is_refused_where_it_is_typed_with_the_bound(string typed, string bound)
    {
        var draft = await DraftAsync();
        var page = ShowDraft(draft.DraftId);

        await page.Find(Amount).InputAsync(new() { Value = typed });
        Assert.Contains(bound, page.Find($"{Amount}-fault").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find(Amount).GetAttribute("aria-invalid"));
        await page.Find(Amount).ChangeAsync(new() { Value = typed });

        Assert.Equal("800", await ValueAsync(draft.DraftId));
    }

    [Fact]
    public async Task A_change_is_taken_back_setting_by_setting()
    {
        var draft = await DraftAsync(SomeRules.Amount(800, 600), new RuleChange(SomeRules.HighValue, 1, "youngerThanDays", "7", "14"));
        var page = ShowDraft(draft.DraftId);

        await page.Find("[aria-label='Undo the change: Amount from']").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("1 change", page.Find("#changes h2").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(["800", "14"], [await ValueAsync(draft.DraftId), await ValueAsync(draft.DraftId, "youngerThanDays")]);
    }

    [Fact]
    public async Task A_colleagues_edit_of_the_same_setting_is_shown_and_not_overwritten()
    {
        var draft = await DraftAsync();
        var page = ShowDraft(draft.DraftId);
        await page.Find(Amount).InputAsync(new() { Value = "600" });
        await Get<EditDraft>().RunAsync(draft.DraftId, draft.Revision, [SomeRules.Amount(800, 500)], Person("luis"), Ct);
        page.WaitForAssertion(() => Assert.Contains("to S/ 500.00", page.Find("#changes").TextContent, StringComparison.Ordinal), Patience);

        await page.Find(Amount).ChangeAsync(new() { Value = "600" });

        page.WaitForAssertion(() => Assert.Equal("500", page.Find(Amount).GetAttribute("value")), Patience);
        Assert.Contains("Somebody else changed this meanwhile", page.Markup, StringComparison.Ordinal);
        Assert.Equal("500", await ValueAsync(draft.DraftId));
    }

    [Fact]
    public async Task Publishing_says_what_changes_wants_a_reason_and_leads_to_the_way_back()
    {
        var draft = await DraftAsync(SomeRules.Amount(800, 600));
        var page = ShowDraft(draft.DraftId);
        page.Press(() => Button(page, "Publish…"));
        page.WaitForAssertion(() => Assert.Contains("from S/ 800.00 to S/ 600.00", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal), Patience);

        page.Press(() => Button(page, "Publish now"));
        page.WaitForAssertion(() => Assert.Contains("Please say what changes", page.Find("#publish-fault").TextContent, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#publish-comment"), element => element.Input("Fraud on new accounts"));
        page.Press(() => Button(page, "Publish now"));

        page.WaitForAssertion(() => Assert.Contains("In force as version 2", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains(page.FindAll("button"), button => button.TextContent.Contains("Take back: restore version 1", StringComparison.Ordinal));
        Assert.True(page.Find(Amount).HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_time_is_taken_in_the_readers_zone()
    {
        var draft = await DraftAsync(SomeRules.Amount(800, 600));
        var page = ShowDraft(draft.DraftId);
        page.Press(() => Button(page, "Publish…"));
        page.Act(() => page.Find("#publish-comment"), element => element.Input("From Monday on"));
        page.Act(() => page.FindAll("input[name=when]")[1], element => element.Change(true));
        page.Act(() => page.Find("input[type=datetime-local]"), element => element.Change("2026-11-23T08:00"));

        page.Press(() => Button(page, "Schedule"));

        page.WaitForAssertion(() => Assert.Matches("It is published by itself on [^ ]+ 08:00:00 .Lima.", page.Markup), Patience);
        var scheduled = (await Get<DraftBook>().ReadAsync(draft.DraftId, Rosa, Ct)).Value.Draft;
        Assert.Equal((DraftState.Scheduled, new DateTimeOffset(2026, 11, 23, 13, 0, 0, TimeSpan.Zero)), (scheduled.State, scheduled.PublishAt!.Value));
    }

    [Fact]
    public async Task Conflicts_are_shown_and_must_be_decided()
    {
        var draft = await DraftAsync(SomeRules.Amount(800, 600));
        await PublishedAsync(SomeRules.Amount(800, 900));
        var page = ShowDraft(draft.DraftId);
        Assert.Contains("to S/ 900.00", page.Find("fieldset").TextContent, StringComparison.Ordinal);
        Assert.True(Button(page, "Publish…").HasAttribute("disabled"));

        await Button(page, "Take over to version 2").ClickAsync(new());
        Assert.Contains("Choose one side", page.Find("section.rebase").TextContent, StringComparison.Ordinal);
        page.Act(() => page.FindAll("fieldset input")[0], element => element.Change(true));
        await Button(page, "Take over to version 2").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("from S/ 900.00 to S/ 600.00", page.Find("#changes").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Who_may_only_look_sees_the_draft_and_changes_nothing()
    {
        var draft = await DraftAsync(SomeRules.Amount(800, 600));

        var page = ShowDraft(draft.DraftId, Role.Auditor);

        Assert.All(page.FindAll(".rules input, .rules select, .rules textarea"), input => Assert.True(input.HasAttribute("disabled")));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() is "Publish…" or "Give up" or "Undo" or "Start in shadow");
    }

    [Fact]
    public async Task The_shadow_tells_what_would_be_decided_otherwise()
    {
        var draft = await DraftAsync(SomeRules.Amount(800, 600));
        var page = ShowDraft(draft.DraftId);
        await Button(page, "Start in shadow").ClickAsync(new());
        var order = await PlaceAsync(NewOrder(700, 2));

        page.WaitForAssertion(() => Assert.Contains("1 would be decided otherwise", page.Find(".side").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.NotNull(page.Find($".side a[href='/orders/{order.OrderId}']")), Patience);
    }

    [Fact]
    public void A_draft_that_is_not_there_says_so()
    {
        var page = Show<PagoConsole.Rules.Tuning.DraftPage>(Role.Admin, "/rules/draft/dft_none", (nameof(PagoConsole.Rules.Tuning.DraftPage.DraftId), "dft_none"));

        page.WaitForAssertion(() => Assert.Contains(Context.Text<SharedText>()["NotFound_Title"], page.Markup, StringComparison.Ordinal), Patience);
    }
}
