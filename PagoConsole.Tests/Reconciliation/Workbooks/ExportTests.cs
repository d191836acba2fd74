using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Reconciliation.Workbooks;

public sealed class ExportTestsOnSqlite() : ExportTests(StorageProvider.Sqlite);

public sealed class ExportTestsOnPostgres() : ExportTests(StorageProvider.Postgres);

/// <summary>Exports that are made at once, and those that are made in the background and kept.</summary>
public abstract class ExportTests(StorageProvider provider) : WorkbookTest(provider)
{
    private static Actor NotOfFinance { get; } = new(ActorKind.Person, "x", "Ana", new HashSet<Permission> { Permission.SeeOrders });

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.Configure<WorkbookOptions>(o => o.RowsAtOnce = 5);
    }

    [Fact]
    public async Task A_small_export_comes_at_once_and_is_journalled()
    {
        await ReconcileAsync();

        var exported = (await Get<ExportWorkbook>().RunAsync(Request(filter: new() { From = Day, To = Day, Text = "pay_evil" }, form: WorkbookForm.DifferencesCsv), Finance, Ct)).Value;

        Assert.Equal(("reconciliation-differences-2026-11-22.csv", (string?)null), (exported.FileName, exported.WorkbookId));
        Assert.True(exported.Content!.Length > 100);
        var entry = Assert.Single(await JournalAsync(WorkbookEvents.Exported));
        Assert.Equal(Finance.Signature, entry.Actor);
        Assert.Contains("\"text\":\"pay_evil\"", entry.Data, StringComparison.Ordinal);
        Assert.Empty(await WorkbooksAsync());
    }

    [Fact]
    public async Task A_large_export_is_made_in_the_background_and_taken_later()
    {
        await ReconcileAsync();
        var asked = (await Get<ExportWorkbook>().RunAsync(Request(), Finance, Ct)).Value;
        Assert.Null(asked.Content);
        Assert.Equal(asked.WorkbookId, (await Get<ExportWorkbook>().RunAsync(Request(), Finance, Ct)).Value.WorkbookId); // asked twice, made once

        Assert.True(await Get<MakeWorkbooks>().RunAsync(Ct));
        Assert.False(await Get<MakeWorkbooks>().RunAsync(Ct));

        var kept = Assert.Single(await WorkbooksAsync());
        Assert.Equal((WorkbookState.Ready, kept.RowsTotal), (kept.State, kept.RowsDone));
        Assert.Single((await Get<WorkbookList>().OfAsync(Finance, Ct)).Ready);
        var file = new MemoryStream();
        var taken = (await Get<TakeWorkbook>().RunAsync(kept.WorkbookId, Finance, Ct)).Value;
        await Get<TakeWorkbook>().CopyAsync(taken, file, Ct);
        Assert.Equal((kept.Bytes, Convert.ToHexString(kept.Sha256)), (file.Length, Convert.ToHexString(SHA256.HashData(file.ToArray()))));
        file.Position = 0;
        Assert.Equal(8, new BookReader(file).Rows("Lines").Count);
        Assert.Empty((await Get<WorkbookList>().OfAsync(Finance, Ct)).Ready);
        Assert.Single(await JournalAsync(WorkbookEvents.Asked));
        Assert.Single(await JournalAsync(WorkbookEvents.Ready));
        Assert.Equal(Finance.Signature, Assert.Single(await JournalAsync(WorkbookEvents.Taken)).Actor);
    }

    [Fact]
    public async Task One_whose_process_was_killed_is_made_anew()
    {
        await ReconcileAsync();
        await Get<ExportWorkbook>().RunAsync(Request(), Finance, Ct);
        var killed = await Get<WorkbookClaims>().ClaimAsync(Ct);
        await Get<WorkbookClaims>().KeepAsync(killed!, 0, [1, 2, 3], Ct);
        Assert.False(await Get<MakeWorkbooks>().RunAsync(Ct)); // as far as anybody knows it is being made

        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("UPDATE workbooks SET lease_until = 0", [], Ct), Ct);
        Assert.True(await Get<MakeWorkbooks>().RunAsync(Ct));

        var kept = Assert.Single(await WorkbooksAsync());
        Assert.Equal((WorkbookState.Ready, 2), (kept.State, kept.Attempts));
        var file = new MemoryStream();
        await Get<TakeWorkbook>().CopyAsync(kept, file, Ct);
        Assert.Equal(kept.Bytes, file.Length);
        await Assert.ThrowsAsync<OperationCanceledException>(() => Get<WorkbookClaims>().KeepAsync(killed!, 1, [4], Ct)); // the one that was thought dead
    }

    [Fact]
    public async Task One_that_fails_every_time_is_given_up()
    {
        await ReconcileAsync();
        await Get<ExportWorkbook>().RunAsync(Request(), Finance, Ct);
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("UPDATE report_chunks SET content = @p0", [new byte[] { 1, 2, 3 }], Ct), Ct);

        for (var i = 0; i < 3; i++) Assert.True(await Get<MakeWorkbooks>().RunAsync(Ct));

        Assert.Equal(WorkbookState.Failed, Assert.Single(await WorkbooksAsync()).State);
        Assert.Single(await JournalAsync(WorkbookEvents.Failed));
        Assert.False(await Get<MakeWorkbooks>().RunAsync(Ct));
    }

    [Fact]
    public async Task One_that_is_called_off_is_not_made()
    {
        await ReconcileAsync();
        var asked = (await Get<ExportWorkbook>().RunAsync(Request(), Finance, Ct)).Value;
        var claim = await Get<WorkbookClaims>().ClaimAsync(Ct);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<CancelWorkbook>().RunAsync(asked.WorkbookId!, NotOfFinance, Ct)).Refusal?.Code);

        Assert.True((await Get<CancelWorkbook>().RunAsync(asked.WorkbookId!, Finance, Ct)).Done);

        Assert.False(await Get<WorkbookClaims>().RenewAsync(claim!, new(1, 2), Ct));
        Assert.False(await Get<MakeWorkbooks>().RunAsync(Ct));
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await Get<CancelWorkbook>().RunAsync(asked.WorkbookId!, Finance, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await Get<TakeWorkbook>().RunAsync(asked.WorkbookId!, Finance, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task A_kept_file_goes_when_its_days_are_over()
    {
        await ReconcileAsync();
        await Get<ExportWorkbook>().RunAsync(Request(), Finance, Ct);
        await Get<MakeWorkbooks>().RunAsync(Ct);
        var job = Get<IEnumerable<IScheduledJob>>().Single(j => j.Key == "exports");
        Assert.Equal(JobOutcome.Nothing.Counts, (await job.RunAsync(Time.GetUtcNow(), Ct)).Counts);

        Time.Advance(TimeSpan.FromDays(7.1));

        Assert.Equal("removed=1", (await job.RunAsync(Time.GetUtcNow(), Ct)).Counts);
        Assert.Empty(await WorkbooksAsync());
        Assert.Equal(0, await ReadAsync(db => db.Set<WorkbookChunk>().CountAsync(Ct)));
        Assert.Single(await JournalAsync(WorkbookEvents.Removed));
    }

    [Fact]
    public async Task Who_may_not_see_money_exports_nothing()
    {
        var refused = await Get<ExportWorkbook>().RunAsync(Request(), NotOfFinance, Ct);

        Assert.Equal(RefusalCode.NotAllowed, refused.Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<WorkbookList>().ReadAsync(true, NotOfFinance, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<TakeWorkbook>().RunAsync("wbk_1", NotOfFinance, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task A_period_that_is_too_long_or_ends_before_it_begins_is_refused()
    {
        foreach (var to in new[] { Day.AddDays(-1), Day.AddDays(ExportWorkbook.LongestDays) })
            Assert.Equal(RefusalCode.Invalid, (await Get<ExportWorkbook>().RunAsync(Request(filter: new() { From = Day, To = to }), Finance, Ct)).Refusal?.Code);
    }

    private Task<List<JournalEntry>> JournalAsync(string kind) => ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Kind == kind).ToListAsync(Ct));
}
