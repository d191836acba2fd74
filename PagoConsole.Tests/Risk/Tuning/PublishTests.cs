using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Risk.Tuning.SomeRules;

namespace PagoConsole.Tests.Risk.Tuning;

public abstract class PublishTests(StorageProvider provider) : TuningPath(provider)
{
    [Fact]
    public async Task A_published_threshold_judges_the_next_order_and_a_restore_the_one_after()
    {
        Assert.Equal(OrderStatus.AwaitingPayment, (await PlaceAsync(NewOrder(700, 2))).Status);

        Assert.Equal(2, (await PublishAsync(await DraftAsync(Rosa), Rosa)).Value.PublishedVersion);
        Assert.Equal(OrderStatus.InReview, (await PlaceAsync(NewOrder(700, 2))).Status);
        Assert.Equal(3, (await RestoreAsync(1, Rosa)).Value.PublishedVersion);
        Assert.Equal(OrderStatus.AwaitingPayment, (await PlaceAsync(NewOrder(700, 2))).Status);

        var active = await ActiveAsync();
        Assert.Equal((3, 1, "Too many held"), (active.Row.Version, active.Row.RestoresVersion, active.Row.Comment));
        Assert.Equal([new RuleChange(HighValue, 1, "fromPen", "600", "800")], active.Changes);
        Assert.Contains(await JournalAsync(), entry => entry.Kind == RuleEvents.Restored && entry.Data.Contains("\"restores\":1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null, RefusalCode.NoteNeeded)]
    [InlineData("why", -1, RefusalCode.Invalid)]
    [InlineData("why", 91 * 24 * 60, RefusalCode.Invalid)]
    public async Task A_comment_is_needed_and_a_time_must_lie_ahead(string why, int? minutes, RefusalCode code) =>
        Assert.Equal(code, (await PublishAsync(await DraftAsync(Rosa), Rosa, minutes is { } m ? Time.GetUtcNow().AddMinutes(m) : null, why)).Refusal!.Code);

    [Fact]
    public async Task Nothing_is_published_that_one_has_not_seen_or_that_changes_nothing()
    {
        var seen = await DraftAsync(Rosa);
        await EditAsync(seen, Luis, Amount(600, 500));

        Assert.Equal(RefusalCode.DraftChanged, (await PublishAsync(seen, Rosa)).Refusal!.Code);
        Assert.Equal(RefusalCode.NothingChanged, (await PublishAsync(await OpenAsync(Rosa), Rosa)).Refusal!.Code);
        Assert.Equal(RefusalCode.NothingChanged, (await RestoreAsync(1, Rosa)).Refusal!.Code);
    }

    [Fact]
    public async Task A_scheduled_draft_is_published_at_its_time_and_not_before()
    {
        var scheduled = (await PublishAsync(await DraftAsync(Rosa), Rosa, Time.GetUtcNow().AddMinutes(10))).Value;
        Assert.Equal(DraftState.Scheduled, scheduled.State);
        Assert.Equal(0, await DueAsync());

        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await DueAsync());

        Assert.Equal("600", await ValueAsync("fromPen"));
        Assert.Equal((DraftState.Published, 2), ((await NowAsync(scheduled)).State, (await NowAsync(scheduled)).PublishedVersion!.Value));
        Assert.Equal("person:rosa", (await ActiveAsync()).Row.CreatedBy);
        Assert.Equal("job:rules", (await JournalAsync())[^1].Actor);
    }

    [Fact]
    public async Task A_restore_meanwhile_holds_what_is_scheduled_with_an_alarm()
    {
        await PublishAsync(await DraftAsync(Rosa, 700), Rosa);
        var scheduled = (await PublishAsync(await DraftAsync(Luis), Luis, Time.GetUtcNow().AddMinutes(10))).Value;

        await RestoreAsync(1, Rosa);

        var held = await NowAsync(scheduled);
        Assert.Equal((DraftState.Held, HeldReason.BaseReplaced), (held.State, held.HeldBecause!.Value));
        Assert.Equal(1, await OpenAlarmsAsync());
        Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await DueAsync());
        Assert.Equal("800", await ValueAsync("fromPen"));

        var open = (await Get<ReopenDraft>().RunAsync(held.DraftId, null, Luis, Ct)).Value;
        Assert.Equal(RefusalCode.DraftOutdated, (await PublishAsync(open, Luis)).Refusal!.Code);
        Assert.Equal(0, await OpenAlarmsAsync());
    }

    [Fact]
    public async Task A_restore_at_the_very_moment_leaves_one_of_the_two_and_never_a_blind_one()
    {
        await PublishAsync(await DraftAsync(Rosa, 700), Rosa);
        var scheduled = (await PublishAsync(await DraftAsync(Luis), Luis, Time.GetUtcNow().AddMinutes(1))).Value;
        Time.Advance(TimeSpan.FromMinutes(2));

        var restored = Task.Run(() => RestoreAsync(1, Rosa), Ct);
        await Task.WhenAll(restored, Task.Run(DueAsync, Ct), Task.Run(DueAsync, Ct));

        var draft = await NowAsync(scheduled);
        var active = await ActiveAsync();
        Assert.Equal("800", await ValueAsync("fromPen")); // the restore is the last word in either order
        Assert.Equal(draft.State == DraftState.Published ? 4 : 3, active.Row.Version);
        Assert.Equal(draft.State == DraftState.Held ? 1 : 0, await OpenAlarmsAsync());
    }

    [Fact]
    public async Task An_outdated_draft_is_taken_over_and_conflicts_must_be_decided()
    {
        var mine = (await EditAsync(await DraftAsync(Rosa), Rosa, new RuleChange(HighValue, 1, "youngerThanDays", "7", "14"))).Value;
        await PublishAsync(await DraftAsync(Luis, 500), Luis);
        Assert.Equal(RefusalCode.DraftOutdated, (await PublishAsync(mine, Rosa)).Refusal!.Code);
        Task<Result<RuleDraft>> Take(params (string Key, RebaseChoice Side)[] choices) =>
            Get<RebaseDraft>().RunAsync(mine.DraftId, mine.Revision, 2, choices.ToDictionary(c => c.Key, c => c.Side), Rosa, Ct);

        var undecided = await Take();
        Assert.Equal((RefusalCode.DraftConflicts, $"{HighValue}/1/fromPen"), (undecided.Refusal!.Code, undecided.Refusal.Field!));
        var taken = (await Take(($"{HighValue}/1/fromPen", RebaseChoice.Ours))).Value;
        Assert.True((await PublishAsync(taken, Rosa)).Done);

        Assert.Equal(["600", "14"], [await ValueAsync("fromPen"), await ValueAsync("youngerThanDays")]);
        Assert.Equal([new RuleChange(HighValue, 1, "fromPen", "500", "600"), new RuleChange(HighValue, 1, "youngerThanDays", "7", "14")], (await ActiveAsync()).Changes);
    }
}

public sealed class PublishTestsOnSqlite() : PublishTests(StorageProvider.Sqlite);

public sealed class PublishTestsOnPostgres() : PublishTests(StorageProvider.Postgres);
