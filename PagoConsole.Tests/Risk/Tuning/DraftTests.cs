using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Risk.Tuning.SomeRules;

namespace PagoConsole.Tests.Risk.Tuning;

public abstract class DraftTests(StorageProvider provider) : TuningPath(provider)
{
    [Fact]
    public async Task Two_admins_at_once_with_different_settings_keep_both()
    {
        var seen = await OpenAsync(Rosa);

        var done = await Task.WhenAll(
            Task.Run(() => EditAsync(seen, Rosa, Amount(800, 600)), Ct),
            Task.Run(() => EditAsync(seen, Luis, new RuleChange(HighValue, 1, "youngerThanDays", "7", "14")), Ct),
            Task.Run(() => EditAsync(seen, Luis, new RuleChange("ip-velocity", 2, RuleChange.Mode, "\"Enforce\"", "\"Shadow\"")), Ct));

        Assert.All(done, result => Assert.Null(result.Refusal));
        var view = (await Get<DraftBook>().ReadAsync(seen.DraftId, Rosa, Ct)).Value;
        Assert.Equal(["fromPen", "mode", "youngerThanDays"], view.Changes.Select(change => change.Setting).Order());
        Assert.True(view.Draft.IsHandOf(Rosa) && view.Draft.IsHandOf(Luis));
    }

    [Fact]
    public async Task Two_admins_at_once_with_the_same_setting_the_second_sees_that_it_changed()
    {
        var seen = await OpenAsync(Rosa);

        var done = await Task.WhenAll(
            Task.Run(() => EditAsync(seen, Rosa, Amount(800, 600)), Ct), Task.Run(() => EditAsync(seen, Luis, Amount(800, 500)), Ct));

        var refused = Assert.Single(done, result => !result.Done).Refusal!;
        Assert.Equal((RefusalCode.DraftChanged, $"{HighValue}.fromPen"), (refused.Code, refused.Field));
        Assert.Equal([RuleChanges.ValueIn(done.Single(result => result.Done).Value.ReadSet(), HighValue, 1, "fromPen")!], refused.Args);
    }

    [Fact]
    public async Task An_edit_by_numbers_of_before_a_tier_went_is_refused()
    {
        var seen = await OpenAsync(Rosa);
        var first = RuleChanges.ValueIn(seen.ReadSet(), "ip-velocity", 1, RuleChange.WholeTier);
        Assert.True((await EditAsync(seen, Rosa, new RuleChange("ip-velocity", 1, RuleChange.WholeTier, first, null))).Done);

        var late = await EditAsync(seen, Luis, new RuleChange("ip-velocity", 2, "moreThan", "20", "9"));

        Assert.Equal(RefusalCode.DraftChanged, late.Refusal!.Code);
    }

    [Theory]
    [InlineData(HighValue, "fromPen", "800", "1000001", 0d, 1_000_000d)]
    [InlineData(HighValue, "youngerThanDays", "7", "0", 1d, 3650d)]
    [InlineData(HighValue, "youngerThanDays", "7", "7.5", 1d, 3650d)]
    [InlineData(HighValue, RuleChange.Score, "0", "1001", 0d, 1000d)]
    [InlineData(HighValue, RuleChange.VoucherMinutes, "null", "9", 10d, 10080d)]
    [InlineData(RuleChange.WholeSet, RuleChange.ReviewThreshold, "50", "0", 1d, 10_000d)]
    public async Task A_value_out_of_bounds_is_refused_with_its_field_and_bounds(string rule, string setting, string from, string to, double min, double max)
    {
        var refused = (await EditAsync(await OpenAsync(Rosa), Rosa, new RuleChange(rule, 1, setting, from, to))).Refusal!;

        Assert.Equal((RefusalCode.Invalid, $"{rule}.{setting}"), (refused.Code, refused.Field));
        Assert.Equal([min, max], refused.Args);
    }

    [Theory]
    [InlineData(HighValue, "nonsense", null, "1")]
    [InlineData("nonsense", "fromPen", null, "1")]
    [InlineData(HighValue, RuleChange.Mode, "\"Enforce\"", "\"Maybe\"")]
    [InlineData(HighValue, "fromPen", "800", "{not json")]
    [InlineData("geo-mismatch", "allowed", "[\"PE\"]", "[\"Peru\"]")]
    [InlineData("linked-accounts", "others", "2", "null")]
    public async Task What_is_no_value_of_a_setting_is_refused(string rule, string setting, string? from, string to) =>
        Assert.Equal(RefusalCode.Invalid, (await EditAsync(await OpenAsync(Rosa), Rosa, new RuleChange(rule, 1, setting, from, to))).Refusal?.Code);

    [Fact]
    public async Task A_tier_more_is_possible_only_where_a_rule_has_tiers()
    {
        var draft = await OpenAsync(Rosa);
        string Another(string rule) => SettingText.Of(Get<RuleBook>().Find(rule)!.Another(draft.ReadSet()));

        Assert.Equal(RefusalCode.Invalid, (await EditAsync(draft, Rosa, new RuleChange(HighValue, 2, RuleChange.WholeTier, null, Another(HighValue)))).Refusal!.Code);
        var added = (await EditAsync(draft, Rosa, new RuleChange("ip-velocity", 3, RuleChange.WholeTier, null, Another("ip-velocity")))).Value;

        Assert.Equal(3, RuleChanges.TiersOf(added.ReadSet(), "ip-velocity").Count);
    }

    [Fact]
    public async Task Change_leads_into_ones_own_draft_and_not_into_a_colleagues()
    {
        var own = await OpenAsync(Rosa, another: false);

        Assert.Equal(own.DraftId, (await OpenAsync(Rosa, another: false)).DraftId);
        Assert.NotEqual(own.DraftId, (await OpenAsync(Luis, another: false)).DraftId);
        Assert.NotEqual(own.DraftId, (await OpenAsync(Rosa)).DraftId);
        await PublishAsync(await DraftAsync(Luis), Luis);
        Assert.NotEqual(own.DraftId, (await OpenAsync(Rosa, another: false)).DraftId);
    }

    [Fact]
    public async Task Who_may_not_change_rules_may_look()
    {
        var draft = await OpenAsync(Rosa);
        var auditor = new Actor(ActorKind.Person, "a", "a", new HashSet<Permission> { Permission.SeeRules });

        Assert.Equal(RefusalCode.NotAllowed, (await EditAsync(draft, auditor, Amount(800, 600))).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await PublishAsync(draft, auditor)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await RestoreAsync(1, auditor)).Refusal!.Code);
        Assert.True((await Get<DraftBook>().ReadAsync(draft.DraftId, auditor, Ct)).Done);
    }

    [Fact]
    public async Task The_journal_says_who_changed_what_from_what_to_what_and_why()
    {
        var draft = await DraftAsync(Luis);
        await PublishAsync(draft, Luis);

        var lines = (await Get<RuleHistory>().ReadAsync(draft.DraftId, Rosa, Ct)).Value;

        Assert.Equal([RuleEvents.Published, RuleEvents.DraftEdited, RuleEvents.DraftOpened], lines.Select(line => line.Kind));
        Assert.Equal([new RuleChange(HighValue, 1, "fromPen", "800", "600")], lines[0].Changes);
        Assert.Equal(("person:luis", "Fraud wave"), (lines[0].By, lines[0].Why));
        Assert.Equal(lines[0].Changes, lines[1].Changes);
    }
}

public sealed class DraftTestsOnSqlite() : DraftTests(StorageProvider.Sqlite);

public sealed class DraftTestsOnPostgres() : DraftTests(StorageProvider.Postgres);
