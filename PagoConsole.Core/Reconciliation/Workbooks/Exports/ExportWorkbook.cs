using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Workbooks.Contents;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>What became of an export.</summary>
/// <param name="FileName">What its file is called.</param>
/// <param name="Content">The file, at its beginning, if it was small enough to be made at once.</param>
/// <param name="WorkbookId">Where it is made in the background otherwise.</param>
public sealed record Exported(string FileName, Stream? Content, string? WorkbookId);

/// <summary>Takes figures out of the console: at once, or in the background where there are many. Who took what under which filter is journalled.</summary>
public sealed class ExportWorkbook
{
    /// <summary>Days of the longest export.</summary>
    public const int LongestDays = 400;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly WriteWorkbook write;
    private readonly IOptionsMonitor<WorkbookOptions> options;

    internal ExportWorkbook(IDbContextFactory<PagoDb> contexts, Writes writes, WriteWorkbook write, IOptionsMonitor<WorkbookOptions> options)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.write = write;
        this.options = options;
    }

    /// <summary>Exports.</summary>
    public async Task<Result<Exported>> RunAsync(WorkbookRequest asked, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        var (from, to) = (asked.Filter.From, asked.Filter.To);
        if (from > to || (asked.HasLines && to.DayNumber - from.DayNumber >= LongestDays)) return new Refusal(RefusalCode.Invalid, "to", $"takes a day from {from:yyyy-MM-dd} on, less than {LongestDays} days later");
        var request = await FromFirstDayAsync(asked with { By = by.Signature }, ct);
        var facts = await WorkbookFacts.ReadAsync(contexts, request.Filter, ct);
        var rows = RowsOf(request, facts);
        return rows > options.CurrentValue.RowsAtOnce ? await AskAsync(request, rows, by, ct) : await MakeAsync(request, by, ct);
    }

    // Without lines there is no longest period; it begins with the first day of which there is anything.
    private async Task<WorkbookRequest> FromFirstDayAsync(WorkbookRequest request, CancellationToken ct)
    {
        var (from, to) = (request.Filter.From, request.Filter.To);
        if (to.DayNumber - from.DayNumber < LongestDays) return request;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var first = await db.Set<ReconciledDay>().Where(d => d.Day >= from && d.Day <= to).OrderBy(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(ct);
        return request with { Filter = request.Filter with { From = first ?? to } };
    }

    internal static long RowsOf(WorkbookRequest request, WorkbookFacts facts) => request.Form switch
    {
        WorkbookForm.Workbook => facts.Differences + facts.SettlementRows + (request.Lines ? facts.LinesToRead : 0),
        WorkbookForm.LinesCsv => facts.LinesToRead,
        WorkbookForm.DifferencesCsv => facts.Differences,
    };

    private async Task<Result<Exported>> MakeAsync(WorkbookRequest request, Actor by, CancellationToken ct)
    {
        var content = new MemoryStream();
        await write.RunAsync(request, content, ct);
        await writes.DoAsync(
            tx =>
            {
                tx.Journal(WorkbookEvents.StreamOf(tx.Now), WorkbookEvents.Exported, by, Told(request));
                return Task.CompletedTask;
            },
            ct);
        content.Position = 0;
        return new Exported(RequestText.FileNameOf(request), content, null);
    }

    /// <summary>Who asks twice for the same while it is in the making gets the one.</summary>
    private Task<Result<Exported>> AskAsync(WorkbookRequest request, long rows, Actor by, CancellationToken ct) =>
        writes.RunAsync<Exported>(
            async tx =>
            {
                var (text, name) = (RequestText.Of(request), RequestText.FileNameOf(request));
                await tx.LockNamesAsync([$"{Workbook.Bell}/{by.Signature}"], ct);
                var same = await tx.Db.Set<Workbook>()
                    .Where(w => w.AskedBy == by.Signature && w.Request == text && (w.State == WorkbookState.Waiting || w.State == WorkbookState.Making))
                    .Select(w => w.WorkbookId).FirstOrDefaultAsync(ct);
                if (same is not null) return new Exported(name, null, same);
                var workbook = new Workbook
                {
                    WorkbookId = Ids.New("wbk", tx.Now),
                    Request = text,
                    Form = request.Form,
                    FileName = name,
                    AskedBy = by.Signature,
                    AskedAt = tx.Now,
                    RowsTotal = rows,
                };
                tx.Db.Add(workbook);
                tx.Journal(workbook.Stream, WorkbookEvents.Asked, by, Told(request));
                tx.Ring(Workbook.Bell);
                return new Exported(name, null, workbook.WorkbookId);
            },
            ct);

    private static object Told(WorkbookRequest request) => new
    {
        request.Form,
        request.Language,
        request.Lines,
        request.Filter.From,
        request.Filter.To,
        Kinds = request.Filter.Kinds.Count == 0 ? null : request.Filter.Kinds.Order(),
        States = request.Filter.States.Count == 0 ? null : request.Filter.States.Order(),
        request.Filter.Mended,
        AwaitsSecond = request.Filter.AwaitsSecond ? true : (bool?)null,
        request.Filter.Owner,
        Currency = request.Filter.Currency?.Code,
        request.Filter.SellerId,
        request.Filter.Text,
    };
}
