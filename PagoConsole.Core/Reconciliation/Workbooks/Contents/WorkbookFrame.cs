using System.Globalization;
using ClosedXML.Excel;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>Draws what is bounded: summary, days, and the headers of the sheets of rows; and writes who made it, when, from which report.</summary>
internal sealed class WorkbookFrame(XLWorkbook book, SheetWords words, WorkbookContents contents, WorkbookRequest request, DateTimeOffset now)
{
    private readonly WorkbookFacts facts = contents.Facts;

    /// <summary>Draws it.</summary>
    /// <returns>The places of each sheet of rows in the workbook.</returns>
    public IReadOnlyList<IReadOnlyList<int>> Draw(IReadOnlyList<ISheet> rows, int most)
    {
        (book.Style.Font.FontName, book.Style.Font.FontSize) = ("Calibri", 10);
        var frame = new BookFrame(book, words, Period, words["MadeBy", By, Local(now)]);
        var days = new DaySheets(frame, words, facts, contents.Links);
        var hashes = facts.Days.Select(day => (day.DayId, Hash: days.HashOf(day))).Where(day => day.Hash is not null).ToList();
        Properties(hashes!);
        var names = contents.Kinds.Zip(rows).ToDictionary(pair => pair.First, pair => BookFrame.Allowed(pair.Second.Name));
        new SummarySheet(frame, words, facts).Draw([.. Told(hashes!)], names);
        days.DrawTotals();
        days.DrawKinds();
        return [.. rows.Select(sheet => frame.Prepare(sheet, most))];
    }

    private string By => request.By.StartsWith("job:", StringComparison.Ordinal) ? words[$"Job_{request.By["job:".Length..]}"] : DifferenceColumns.PersonOf(request.By)!;

    private string Period => facts.Filter.From == facts.Filter.To ? Local(facts.Filter.From) : $"{Local(facts.Filter.From)} – {Local(facts.Filter.To)}";

    private IEnumerable<(string Key, Cell Value)> Told(IReadOnlyList<(string DayId, string Hash)> hashes)
    {
        yield return ("Told_From", Cell.Date(facts.Filter.From));
        if (facts.Filter.To != facts.Filter.From) yield return ("Told_To", Cell.Date(facts.Filter.To));
        if (Filtered() is { } filtered) yield return ("Told_Filter", Cell.Of(filtered));
        yield return ("Told_By", Cell.Of(By));
        yield return ("Told_At", Cell.Instant(now));
        if (hashes is [var (_, hash)]) yield return ("Told_Report", Cell.Of(hash));
        if (facts.Filter.From == facts.Filter.To) yield return ("Told_Link", Cell.Link(contents.Links.Day(facts.Filter.From)));
    }

    private string? Filtered()
    {
        var filter = facts.Filter;
        List<string> parts =
        [
            .. filter.Kinds.Order().Select(words.Name), .. filter.States.Order().Select(words.Name),
            .. filter.AwaitsSecond ? [words["Filter_Second"]] : Array.Empty<string>(), .. filter.Mended is { } mended ? [words[mended ? "Filter_Mended" : "Filter_ByPeople"]] : Array.Empty<string>(),
            .. new[] { filter.Owner is "" ? words["Filter_NoOwner"] : DifferenceColumns.PersonOf(filter.Owner), filter.Currency?.Code, filter.SellerId, filter.Text }.OfType<string>(),
        ];
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private void Properties(IReadOnlyList<(string DayId, string Hash)> hashes)
    {
        var properties = book.Properties;
        (properties.Title, properties.Author, properties.LastModifiedBy) = ($"{words["Title"]} {Period}", By, By);
        (properties.Subject, properties.Company, properties.Comments) = (Period, "PagoConsole", words["MadeBy", By, Local(now)]);
        (properties.Created, properties.Modified) = (now.UtcDateTime, now.UtcDateTime);
        if (hashes is [var (_, only)]) book.CustomProperties.Add("ReportSha256", only);
        else foreach (var (day, hash) in hashes) book.CustomProperties.Add($"ReportSha256 {day}", hash);
    }

    private string Local(DateOnly day) => day.ToString(words.Culture.DateTimeFormat.ShortDatePattern, words.Culture);

    private string Local(DateTimeOffset instant)
    {
        var at = TimeZoneInfo.ConvertTime(instant, Lima.Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{Local(DateOnly.FromDateTime(at.DateTime))} {at:HH:mm} (Lima)");
    }
}
