using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;
using static PagoConsole.Tests.Risk.Tuning.SomeRules;

namespace PagoConsole.Tests.Risk.Tuning;

/// <summary>Where a second admin is asked for.</summary>
public abstract class SecondApprovalTests(StorageProvider provider) : TuningPath(provider)
{
    private static Actor Ana { get; } = Person("ana");

    protected override Dictionary<string, string?> Settings => new() { ["Rules:SecondApproval"] = "true" };

    [Fact]
    public async Task Nobody_who_had_a_hand_in_a_draft_approves_it()
    {
        var draft = (await EditAsync(await DraftAsync(Rosa), Luis, Amount(600, 550))).Value;

        var waiting = (await PublishAsync(draft, Rosa)).Value;

        Assert.Equal(DraftState.WaitingForApproval, waiting.State);
        Assert.Equal("800", await ValueAsync("fromPen"));
        Assert.Equal(RefusalCode.SecondPersonNeeded, (await ApproveAsync(waiting, Rosa)).Refusal!.Code);
        Assert.Equal(RefusalCode.SecondPersonNeeded, (await ApproveAsync(waiting, Luis)).Refusal!.Code);
        Assert.Equal(RefusalCode.DraftNotOpen, (await EditAsync(waiting, Ana, Amount(550, 1))).Refusal!.Code);
        Assert.Equal(2, (await ApproveAsync(waiting, Ana)).Value.PublishedVersion);
        var row = (await ActiveAsync()).Row;
        Assert.Equal(("person:rosa", "person:ana"), (row.CreatedBy, row.ApprovedBy));
    }

    [Fact]
    public async Task A_time_is_kept_by_the_approval_and_one_that_passed_is_now()
    {
        var at = Time.GetUtcNow().AddMinutes(10);
        var early = (await ApproveAsync((await PublishAsync(await DraftAsync(Rosa), Rosa, at)).Value, Ana)).Value;
        Assert.Equal((DraftState.Scheduled, at), (early.State, early.PublishAt!.Value));
        Time.Advance(TimeSpan.FromMinutes(10));
        await DueAsync();
        Assert.Equal("600", await ValueAsync("fromPen"));

        var late = (await PublishAsync(await DraftAsync(Rosa, 500), Rosa, Time.GetUtcNow().AddMinutes(10))).Value;
        Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(0, await DueAsync());
        Assert.Equal(DraftState.Published, (await ApproveAsync(late, Ana)).Value.State);
    }

    [Fact]
    public async Task A_bad_publish_is_taken_back_alone_but_older_versions_need_two()
    {
        await ApproveAsync((await PublishAsync(await DraftAsync(Rosa), Rosa)).Value, Ana);
        await ApproveAsync((await PublishAsync(await DraftAsync(Rosa, 500), Rosa)).Value, Ana);

        var older = (await RestoreAsync(1, Luis)).Value;
        Assert.Equal((DraftState.WaitingForApproval, 1), (older.State, older.RestoresVersion!.Value));
        Assert.Equal("500", await ValueAsync("fromPen"));
        Assert.Equal(4, (await RestoreAsync(2, Luis)).Value.PublishedVersion);

        Assert.Equal("600", await ValueAsync("fromPen"));
        Assert.Equal(RefusalCode.DraftOutdated, (await ApproveAsync(older, Ana)).Refusal!.Code);
    }

    [Fact]
    public async Task A_draft_that_was_declined_can_be_edited_again()
    {
        var waiting = (await PublishAsync(await DraftAsync(Rosa), Rosa)).Value;

        var open = (await Get<ReopenDraft>().RunAsync(waiting.DraftId, "Show me the preview first", Ana, Ct)).Value;

        Assert.Equal((DraftState.Open, null, null), (open.State, open.ProposedBy, open.PublishAt));
        Assert.Equal("Show me the preview first", (await Get<RuleHistory>().ReadAsync(open.DraftId, Rosa, Ct)).Value[0].Why);
        Assert.Equal(RefusalCode.DraftNotOpen, (await ApproveAsync(waiting, Ana)).Refusal!.Code);
    }

    [Fact]
    public async Task What_was_scheduled_before_two_were_asked_for_is_held_and_not_published()
    {
        var alone = await OpenAsync(Rosa);
        await Get<Writes>().DoAsync(
            async tx => (await tx.LockAsync<RuleDraft>(alone.DraftId, Ct))!.Propose("Alone", Time.GetUtcNow().AddMinutes(1), second: false, Rosa, tx.Now), Ct);
        Time.Advance(TimeSpan.FromMinutes(2));

        await DueAsync();

        Assert.Equal(HeldReason.NotApproved, (await NowAsync(alone)).HeldBecause);
        Assert.Equal(1, await OpenAlarmsAsync());
    }

    private Task<Result<RuleDraft>> ApproveAsync(RuleDraft draft, Actor by) => Get<ApproveDraft>().RunAsync(draft.DraftId, draft.Revision, by, Ct);
}

public sealed class SecondApprovalTestsOnSqlite() : SecondApprovalTests(StorageProvider.Sqlite);

public sealed class SecondApprovalTestsOnPostgres() : SecondApprovalTests(StorageProvider.Postgres);

public sealed class RulesOptionsTests
{
    [Fact]
    public void A_word_that_is_neither_yes_nor_no_is_told_at_start()
    {
        var settings = new SettingsUnderTest(RulesOptions.Section, services => services.AddTuning());

        Assert.Equal(["Rules:SecondApproval"], settings.KeysAtFault(production: true, ("SecondApproval", "maybe")));
        Assert.True(settings.Read<RulesOptions>(("SecondApproval", "true")).SecondApproval);
    }
}
