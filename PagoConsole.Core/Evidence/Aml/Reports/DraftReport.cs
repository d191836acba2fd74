using ClosedXML.Excel;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Reports;

/// <summary>A draft as a page prints it.</summary>
/// <param name="View">The case.</param>
/// <param name="Lines">Labels and values; a label without a value is a heading.</param>
public sealed record ReportDraft(AmlCaseView View, IReadOnlyList<(string Label, string? Value)> Lines);

/// <summary>Drafts the report on a suspicious operation. That somebody looked at a draft or took it out is an entry of the case.</summary>
public sealed class DraftReport
{
    private readonly Writes writes;
    private readonly AmlCaseFile files;
    private readonly IAmlWords words;
    private readonly IOptionsMonitor<AmlOptions> options;
    private readonly TimeProvider time;

    internal DraftReport(Writes writes, AmlCaseFile files, IAmlWords words, IOptionsMonitor<AmlOptions> options, TimeProvider time) =>
        (this.writes, this.files, this.words, this.options, this.time) = (writes, files, words, options, time);

    /// <summary>The draft as a page.</summary>
    public async Task<Result<ReportDraft>> ReadAsync(string caseId, string language, Actor by, CancellationToken ct)
    {
        var read = await files.DraftAsync(caseId, by, ct);
        if (read.Refusal is { } refusal) return refusal;
        await SayAsync(read.Value, "page", by, ct);
        return new ReportDraft(read.Value, [.. ReportLines.Of(read.Value, options.CurrentValue, new SheetWords(words, language))]);
    }

    /// <summary>The draft as a workbook.</summary>
    public async Task<Result<AmlExport>> ExportAsync(string caseId, string language, Actor by, CancellationToken ct)
    {
        var read = await files.DraftAsync(caseId, by, ct);
        if (read.Refusal is { } refusal) return refusal;
        await SayAsync(read.Value, "xlsx", by, ct);
        using var book = new XLWorkbook();
        return new AmlExport($"ros-{caseId}.xlsx", new ReportBook(book, new SheetWords(words, language), read.Value, options.CurrentValue, by.Name, time.GetUtcNow()).Draw());
    }

    private Task SayAsync(AmlCaseView view, string form, Actor by, CancellationToken ct) => writes.DoAsync(
        tx =>
        {
            tx.Say(view.Case, AmlEvents.DraftTaken, by, new { view.Case.CaseId, form, whole = by.May(Permission.SeePersonalData) }, null);
            return Task.CompletedTask;
        },
        ct);
}
