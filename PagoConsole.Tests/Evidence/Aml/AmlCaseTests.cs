using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Evidence.Aml.Reports;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Evidence.Aml;

public sealed class SqliteAmlCaseTests() : AmlCaseTests(StorageProvider.Sqlite);

public sealed class PostgresAmlCaseTests() : AmlCaseTests(StorageProvider.Postgres);

/// <summary>Cases against money laundering, from opening to report, and that nobody else hears of them.</summary>
public abstract class AmlCaseTests(StorageProvider provider) : AmlDesk(provider)
{
    [Fact]
    public async Task That_it_is_suspicious_starts_the_deadline_of_the_report()
    {
        var found = await CaseAsync(await PaidAsync("11111111", 100m));
        Assert.Equal(RefusalCode.NoteNeeded, (await Get<ConcludeAmlCase>().RunAsync(found.CaseId, true, "", Lead, Ct)).Refusal!.Code);

        Time.Advance(TimeSpan.FromHours(3));
        var concluded = (await Get<ConcludeAmlCase>().RunAsync(found.CaseId, true, "Parted on purpose", Lead, Ct)).Value;

        Assert.Equal((AmlCaseState.Suspicious, Time.GetUtcNow().AddHours(24)), (concluded.State, concluded.ReportDueAt));
        var alarm = Assert.Single(await Get<AlarmList>().ReadAsync(Lead, Ct));
        Assert.Equal((AlarmKind.AmlDeadline, found.CaseId), (alarm.Kind, alarm.Subject));
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await Get<ConcludeAmlCase>().RunAsync(found.CaseId, false, "No", Lead, Ct)).Refusal!.Code);

        Time.Advance(TimeSpan.FromHours(25));
        var reported = (await Get<ReportAmlCase>().RunAsync(found.CaseId, "ROS-2026-1", Time.GetUtcNow(), null, Lead, Ct)).Value;
        Assert.Equal((AmlCaseState.Reported, true), (reported.State, reported.ReportedLate));
        Assert.Empty(await Get<AlarmList>().ReadAsync(Lead, Ct));
    }

    [Fact]
    public async Task While_a_case_of_a_document_is_not_done_with_further_orders_go_to_it()
    {
        var first = await CaseAsync(await PaidAsync("11111111", 100m));
        var same = await CaseAsync(await PaidAsync("11111111", 200m), AmlOrigin.Review);
        var without = await CaseAsync(await PaidAsync(null, 100m));
        var other = await CaseAsync(await PaidAsync(null, 100m));

        Assert.Equal(first.CaseId, same.CaseId);
        Assert.Equal(3, new[] { first.CaseId, without.CaseId, other.CaseId }.Distinct().Count());
        Assert.Equal(2, (await Get<AmlCaseFile>().ReadAsync(first.CaseId, Lead, Ct)).Value.Orders.Count);
        Assert.Equal(first.CaseId, await Get<AmlCaseList>().OfOrderAsync("A-2", Auditor, Ct));
        await Get<ConcludeAmlCase>().RunAsync(first.CaseId, false, "A reseller", Lead, Ct);
        Assert.NotEqual(first.CaseId, (await CaseAsync("A-1")).CaseId);
    }

    [Fact]
    public async Task Nobody_else_hears_of_a_case()
    {
        var orderId = await PaidAsync("11111111", 100m);
        var found = await CaseAsync(orderId);
        await Get<ConcludeAmlCase>().RunAsync(found.CaseId, true, "Suspicious", Lead, Ct);

        Assert.Equal(RefusalCode.NotAllowed, (await Get<AmlCaseFile>().ReadAsync(found.CaseId, Analyst, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AmlCaseList>().ReadAsync(null, null, Analyst, Ct)).Refusal!.Code);
        Assert.Null(await Get<AmlCaseList>().OfOrderAsync(orderId, Analyst, Ct));
        Assert.Empty(await Get<AlarmList>().ReadAsync(Analyst, Ct));
        var entries = await ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().ToListAsync(Ct));
        Assert.NotEmpty(entries);
        Assert.All(entries, entry =>
        {
            Assert.StartsWith(AmlEvents.Prefix, entry.Kind, StringComparison.Ordinal);
            Assert.StartsWith("aml/", entry.Stream, StringComparison.Ordinal);
            Assert.Null(entry.OrderId);
            Assert.DoesNotContain(orderId, entry.Data, StringComparison.Ordinal);
            Assert.False(Core.Marketplace.PublicJournal.Shows(entry));
        });
    }

    [Fact]
    public async Task An_auditor_reads_a_case_masked_and_changes_nothing()
    {
        var found = await CaseAsync(await PaidAsync("45678912", 100m));

        var view = (await Get<AmlCaseFile>().ReadAsync(found.CaseId, Auditor, Ct)).Value;
        Assert.Equal("DNI •••912", view.Name!.Document);
        Assert.All(view.Timeline, entry => Assert.Null(entry.Note));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<NoteAmlCase>().RunAsync(found.CaseId, "x", Auditor, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<OpenAmlCase>().RunAsync(new AmlSuspicion(AmlOrigin.Order, null, "A-1", [AmlReason.Other], "x"), Auditor, Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task Warnings_come_at_three_quarters_of_a_deadline_and_at_its_end_once_each()
    {
        var found = await CaseAsync(await PaidAsync("11111111", 100m));
        Assert.Equal(0, await WarnAsync(TimeSpan.FromDays(3.7)));
        Assert.Equal(1, await WarnAsync(TimeSpan.FromDays(0.1)));
        Assert.Equal(0, await WarnAsync(TimeSpan.Zero));
        Assert.Equal(1, await WarnAsync(TimeSpan.FromDays(1.3)));

        await Get<ConcludeAmlCase>().RunAsync(found.CaseId, true, "Suspicious", Lead, Ct);
        Assert.Equal(0, await WarnAsync(TimeSpan.FromHours(17)));
        Assert.Equal(1, await WarnAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task The_draft_of_the_report_tells_all_and_no_text_in_it_is_a_formula()
    {
        var orderId = await PaidAsync("11111111", 100m);
        await CountAsync();
        var found = await CaseAsync(orderId);
        Assert.True((await Get<NoteAmlCase>().RunAsync(found.CaseId, "=HYPERLINK(\"x\")", Lead, Ct)).Done);
        await Get<ConcludeAmlCase>().RunAsync(found.CaseId, true, "=1+1", Lead, Ct);

        var whole = await TextsAsync(found.CaseId, Lead);
        var masked = await TextsAsync(found.CaseId, Auditor);

        Assert.Contains("DNI 11111111", whole);
        Assert.Contains(orderId, whole);
        Assert.DoesNotContain("DNI 11111111", masked);
        Assert.Contains("DNI •••111", masked);
        Assert.Equal(2, (await Get<AmlCaseFile>().ReadAsync(found.CaseId, Lead, Ct)).Value.Timeline.Count(e => e.Entry.Kind == AmlEvents.DraftTaken));
        var page = (await Get<DraftReport>().ReadAsync(found.CaseId, "es-PE", Lead, Ct)).Value;
        Assert.Contains(page.Lines, line => line.Value?.Contains("=1+1", StringComparison.Ordinal) == true);
    }

    private async Task<List<string>> TextsAsync(string caseId, Actor by)
    {
        using var book = new XLWorkbook((await Get<DraftReport>().ExportAsync(caseId, "en", by, Ct)).Value.Content);
        var cells = book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).ToList();
        Assert.All(cells, cell => Assert.False(cell.HasFormula));
        return cells.ConvertAll(cell => cell.GetString());
    }

    private Task<int> WarnAsync(TimeSpan later)
    {
        Time.Advance(later);
        return Get<WarnOfAmlDeadlines>().RunAsync(Time.GetUtcNow(), Ct);
    }
}
