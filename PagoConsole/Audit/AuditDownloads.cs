using System.Globalization;
using ClosedXML.Excel;
using CsvHelper;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Csv;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Hosting;
using PagoConsole.MoneyDesk;
using PagoConsole.Shared;

namespace PagoConsole.Audit;

/// <summary>The audit of a filter as a file: CSV or Excel, with nothing in it that a spreadsheet would work out.</summary>
internal static class AuditDownloads
{
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly string[] Columns = ["Seq", "When", "Who", "What", "Area", "Kind", "Subject", "Position", "Data", "Hash"];
    private static readonly double[] Widths = [10, 24, 26, 50, 18, 28, 34, 10, 60, 68];
    private static readonly CsvWriterOptions Form = CsvWriterOptions.Default with { WriteByteOrderMark = true };

    public static void MapAuditDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet(ConsoleUrls.AuditExportPath, ExportAsync).RequireAuthorization(nameof(Permission.SeeAudit)).ExcludeFromDescription();

    private static async Task ExportAsync(HttpContext context, ExportAudit export, AuditWords words, IStringLocalizer<AuditText> text, TimeProvider time, string? form)
    {
        var (by, ct) = (PersonClaims.ActorOf(context.User)!, context.RequestAborted);
        var asked = form == nameof(AuditForm.Excel) ? AuditForm.Excel : AuditForm.Csv;
        var taken = await export.RunAsync(AuditQuery.Parse(name => context.Request.Query[name]).ToCore(), asked, by, ct);
        if (taken.Refusal is { } refusal)
        {
            context.Response.StatusCode = RefusalStatus.Of(refusal.Code);
            return;
        }

        string[] FieldsOf(JournalEntry entry) => Fields(entry, words, text);
        var name = $"audit-{Lima.DayOf(time.GetUtcNow()):yyyy-MM-dd}";
        if (asked == AuditForm.Excel)
        {
            KeptFiles.Attach(context.Response, $"{name}.xlsx", ExcelType);
            await WriteExcelAsync(taken.Value.Entries, FieldsOf, text, context.Response.Body, ct);
        }
        else
        {
            KeptFiles.Attach(context.Response, $"{name}.csv", "text/csv; charset=utf-8");
            await WriteCsvAsync(taken.Value.Entries, FieldsOf, context.Response.Body, ct);
        }
    }

    private static async Task WriteCsvAsync(IAsyncEnumerable<JournalEntry> entries, Func<JournalEntry, string[]> fieldsOf, Stream to, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(to, Form, leaveOpen: true);
        await csv.WriteRecordAsync(Array.ConvertAll(Columns, column => column.ToLowerInvariant()), ct);
        await foreach (var entry in entries.WithCancellation(ct)) await csv.WriteRecordAsync(Array.ConvertAll(fieldsOf(entry), HarmlessText.Of), ct);
    }

    private static async Task WriteExcelAsync(
        IAsyncEnumerable<JournalEntry> entries, Func<JournalEntry, string[]> fieldsOf, IStringLocalizer<AuditText> text, Stream to, CancellationToken ct)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(text["Sheet"].Value);
        for (var i = 0; i < Columns.Length; i++)
        {
            sheet.Cell(1, i + 1).SetValue<string>(text[$"Sheet_{Columns[i]}"].Value).Style.Font.SetBold();
            sheet.Column(i + 1).Width = Widths[i];
        }

        var row = 1;
        await foreach (var entry in entries.WithCancellation(ct))
        {
            row++;
            var fields = fieldsOf(entry);
            for (var i = 0; i < fields.Length; i++) sheet.Cell(row, i + 1).SetDataType(XLDataType.Text).SetValue<string>(Cell(fields[i]));
        }

        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, row, Columns.Length).SetAutoFilter();
        using var content = new MemoryStream();
        book.SaveAs(content);
        content.Position = 0;
        await content.CopyToAsync(to, ct);
    }

    // As a cell holds it: not too long, and no formula, however it is opened.
    private static string Cell(string text)
    {
        var kept = text.Length > 32_000 ? text[..32_000] : text;
        return HarmlessText.Of(string.Concat(kept.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))));
    }

    private static string[] Fields(JournalEntry entry, AuditWords words, IStringLocalizer<AuditText> text) =>
    [
        entry.Seq.ToString(CultureInfo.InvariantCulture),
        TimeZoneInfo.ConvertTime(entry.At, Lima.Zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        entry.Actor,
        words.SentenceOf(entry),
        AuditAreas.Of(entry) is { } area ? text[$"Area_{area}"] : "",
        entry.Kind,
        entry.OrderId ?? entry.Stream,
        entry.Position.ToString(CultureInfo.InvariantCulture),
        entry.Data,
        Convert.ToHexStringLower(entry.Hash),
    ];
}
