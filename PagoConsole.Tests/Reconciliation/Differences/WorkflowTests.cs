using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Reconciliation.Differences.DifferencesToHave;

namespace PagoConsole.Tests.Reconciliation.Differences;

public sealed class WorkflowTestsOnSqlite() : WorkflowTests(StorageProvider.Sqlite);

public sealed class WorkflowTestsOnPostgres() : WorkflowTests(StorageProvider.Postgres);

/// <summary>A difference from being found to being done with, and its day to being closed.</summary>
public abstract class WorkflowTests(StorageProvider provider) : DifferenceTest(provider)
{
    [Fact]
    public async Task Every_change_is_journalled_with_from_to_and_note()
    {
        var found = await FoundAsync(New(Time.GetUtcNow()));
        await Get<AssignDifference>().RunAsync(found.DifferenceId, "person:fito", 0, DifferencesToHave.Fina, Ct);
        await DecideAsync(found, DifferenceState.WaitingForPagoEfectivo, note: "Ticket 4711");
        await DecideAsync(found, DifferenceState.Corrected, DifferencesToHave.Fito, note: "They sent a new line");

        var file = (await Get<DifferenceFile>().ReadAsync(found.DifferenceId, Auditor, Ct)).Value;

        Assert.Equal((DifferenceState.Corrected, "person:fito", "They sent a new line"), (file.Difference.State, file.Difference.Owner, file.Difference.Note));
        Assert.Equal([DifferenceEvents.Assigned, DifferenceEvents.Decided, DifferenceEvents.Decided], file.Timeline.Select(t => t.Entry.Kind));
        Assert.Equal([null, "Ticket 4711", "They sent a new line"], file.Timeline.Select(t => t.Note));
        Assert.Contains("\"from\":\"WaitingForPagoEfectivo\",\"to\":\"Corrected\"", file.Timeline[^1].Entry.Data, StringComparison.Ordinal);
        Assert.Equal(["person:fina", "person:fina", "person:fito"], file.Timeline.Select(t => t.Entry.Actor));
        Assert.DoesNotContain("4711", string.Concat(file.Timeline.Select(t => t.Entry.Data)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99.99, "PEN", DifferenceState.WrittenOff)]
    [InlineData(100, "PEN", DifferenceState.Open)]
    [InlineData(50, "USD", DifferenceState.Open)]
    public async Task From_the_threshold_on_a_write_off_takes_two(double atStake, string currency, DifferenceState after)
    {
        var found = await FoundAsync(New(Time.GetUtcNow(), atStake: (decimal)atStake, currency: currency));

        Assert.Equal(after, (await DecideAsync(found, DifferenceState.WrittenOff)).Value.State);
        if (after == DifferenceState.WrittenOff) return;
        Assert.Equal(RefusalCode.SecondPersonNeeded, (await DecideAsync(found, DifferenceState.WrittenOff)).Refusal?.Code);
        Assert.Equal(DifferenceState.WrittenOff, (await DecideAsync(found, DifferenceState.WrittenOff, DifferencesToHave.Fito)).Value.State);
        Assert.Equal([DifferenceEvents.WriteOffAsked, DifferenceEvents.Decided], (await EntriesAsync(found.Stream)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_hears_of_the_first()
    {
        var found = await FoundAsync(New(Time.GetUtcNow()));

        Assert.True((await DecideAsync(found, DifferenceState.WaitingForPagoEfectivo, seen: 0)).Done);
        Assert.Equal(RefusalCode.DifferenceChanged, (await DecideAsync(found, DifferenceState.Explained, DifferencesToHave.Fito, seen: 0)).Refusal?.Code);
        Assert.Equal(DifferenceState.WaitingForPagoEfectivo, (await ReadAsync(found)).State);
    }

    [Fact]
    public async Task An_auditor_sees_but_changes_nothing()
    {
        var found = await FoundAsync(New(Time.GetUtcNow()));

        Assert.Equal(RefusalCode.NotAllowed, (await DecideAsync(found, DifferenceState.Explained, Auditor)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AssignDifference>().RunAsync(found.DifferenceId, null, null, Auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AskAboutDifference>().RunAsync(found.DifferenceId, Auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AttachToDifference>().RunAsync(found.DifferenceId, Voucher, Auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<CloseDay>().RunAsync(Day, null, Auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, Get<WorkManyDifferences>().Start([found.DifferenceId], new ManyDifferences.Assign(null), Auditor).Refusal?.Code);
        Assert.True((await Get<DifferenceFile>().ReadAsync(found.DifferenceId, Auditor, Ct)).Done);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<DifferenceFile>().ReadAsync(found.DifferenceId, Marketplace, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task A_day_closes_once_nothing_is_open_and_opens_again_with_a_note()
    {
        Assert.Equal(RefusalCode.DayNotMatched, (await Get<CloseDay>().RunAsync(Day, null, DifferencesToHave.Fina, Ct)).Refusal?.Code);
        await MatchAsync(Get<Writes>(), Day);
        var found = await FoundAsync(New(Time.GetUtcNow()));
        Assert.Equal(RefusalCode.DifferencesOpen, (await Get<CloseDay>().RunAsync(Day, null, DifferencesToHave.Fina, Ct)).Refusal?.Code);
        await DecideAsync(found, DifferenceState.Explained);

        var closed = (await Get<CloseDay>().RunAsync(Day, (await DayAsync()).Version, DifferencesToHave.Fina, Ct)).Value;

        Assert.Equal((DayState.Closed, "person:fina"), (closed.State, closed.ClosedBy));
        Assert.Equal(RefusalCode.DayClosed, (await DecideAsync(found, DifferenceState.Open)).Refusal?.Code);
        Assert.Equal(RefusalCode.NoteNeeded, (await Get<ReopenDay>().RunAsync(Day, "", DifferencesToHave.Fito, Ct)).Refusal?.Code);
        Assert.Equal(DayState.Reopened, (await Get<ReopenDay>().RunAsync(Day, "A line is wrong", DifferencesToHave.Fito, Ct)).Value.State);
        Assert.True((await DecideAsync(found, DifferenceState.Open)).Done);
        Assert.Equal(["day.reconciled", DayEvents.Closed, DayEvents.Reopened], (await EntriesAsync(ReconciledDay.StreamOf(Day))).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_newer_report_that_was_not_matched_keeps_the_day_open()
    {
        await MatchAsync(Get<Writes>(), Day);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Get<Writes>().DoAsync(
            tx =>
            {
                tx.Db.Add(new PagoConsole.Core.Reconciliation.Reports.Report
                {
                    ReportId = "rep_newer",
                    Day = Day,
                    Source = PagoConsole.Core.Reconciliation.Reports.ReportSource.Upload,
                    BroughtBy = "person:fina",
                    ArrivedAt = tx.Now,
                    State = PagoConsole.Core.Reconciliation.Reports.ReportState.Whole,
                });
                return Task.CompletedTask;
            },
            Ct);

        Assert.Equal(RefusalCode.DayNotMatched, (await Get<CloseDay>().RunAsync(Day, null, DifferencesToHave.Fina, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task Many_are_explained_with_one_note_and_those_done_with_stay()
    {
        var (one, two, done) = (await FoundAsync(New(Time.GetUtcNow())), await FoundAsync(New(Time.GetUtcNow())), await FoundAsync(New(Time.GetUtcNow())));
        await DecideAsync(done, DifferenceState.Corrected, note: "Before");
        var many = Get<WorkManyDifferences>();
        Assert.Equal(RefusalCode.NoteNeeded, many.Start([one.DifferenceId], new ManyDifferences.Decide(new(DifferenceState.Explained, "")), DifferencesToHave.Fina).Refusal?.Code);

        var run = many.Start([one.DifferenceId, two.DifferenceId, done.DifferenceId], new ManyDifferences.Decide(new(DifferenceState.Explained, "Rounding")), DifferencesToHave.Fina).Value;
        await run.Completion;

        Assert.Equal((3, 2), (run.Seen, run.Did));
        Assert.Equal([(DifferenceState.Explained, "Rounding"), (DifferenceState.Explained, "Rounding"), (DifferenceState.Corrected, "Before")],
            new[] { await ReadAsync(one), await ReadAsync(two), await ReadAsync(done) }.Select(d => (d.State, d.Note!)));
    }

    [Fact]
    public async Task Among_many_what_takes_two_people_is_not_explained()
    {
        var (small, large) = (await FoundAsync(New(Time.GetUtcNow())), await FoundAsync(New(Time.GetUtcNow(), atStake: 500m)));

        var run = Get<WorkManyDifferences>().Start([small.DifferenceId, large.DifferenceId], new ManyDifferences.Decide(new(DifferenceState.Explained, "x")), DifferencesToHave.Fina).Value;
        await run.Completion;

        Assert.Equal((2, 1), (run.Seen, run.Did));
        Assert.Equal((DifferenceState.Explained, DifferenceState.Open), ((await ReadAsync(small)).State, (await ReadAsync(large)).State));
        Assert.Equal(DifferenceState.Explained, (await DecideAsync(large, DifferenceState.Explained)).Value.State);
    }

    [Fact]
    public async Task The_day_that_is_going_on_is_not_closed()
    {
        var today = Lima.DayOf(Time.GetUtcNow());
        await MatchAsync(Get<Writes>(), today);

        Assert.Equal(RefusalCode.DayNotOver, (await Get<CloseDay>().RunAsync(today, null, DifferencesToHave.Fina, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.DayNotOver, (await Get<DayView>().ReadAsync(today, DifferencesToHave.Fina, Ct)).Value.Obstacle?.Code);

        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DayState.Closed, (await Get<CloseDay>().RunAsync(today, null, DifferencesToHave.Fina, Ct)).Value.State);
    }

    [Fact]
    public async Task A_file_is_kept_with_its_hash_and_taking_it_is_journalled()
    {
        var found = await FoundAsync(New(Time.GetUtcNow()));
        Assert.Equal(RefusalCode.FileNotAccepted, (await Get<AttachToDifference>().RunAsync(found.DifferenceId, new ProofUpload("a.exe", [1, 2, 3]), DifferencesToHave.Fina, Ct)).Refusal?.Code);

        var id = (await Get<AttachToDifference>().RunAsync(found.DifferenceId, Voucher, DifferencesToHave.Fina, Ct)).Value;
        var taken = (await Get<TakeAttachment>().RunAsync(id, DifferencesToHave.Fito, Ct)).Value;

        Assert.Equal(Voucher.Content, taken.Content);
        var file = Assert.Single((await Get<DifferenceFile>().ReadAsync(found.DifferenceId, Auditor, Ct)).Value.Attachments);
        Assert.Equal(Convert.ToHexStringLower(Voucher.Hash()), file.Sha256);
        Assert.Equal([DifferenceEvents.Attached, DifferenceEvents.AttachmentTaken], (await EntriesAsync(found.Stream)).Select(e => e.Kind));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<TakeAttachment>().RunAsync(id, Auditor, Ct)).Refusal?.Code);
    }
}
