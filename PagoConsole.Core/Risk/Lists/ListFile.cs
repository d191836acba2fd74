using System.Globalization;
using System.Text;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Csv;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>Why nothing of a file is taken.</summary>
public enum ListFileFault
{
    /// <summary>It is too large, or has too many lines.</summary>
    Size,

    /// <summary>It is no text.</summary>
    Format,

    /// <summary>Its first line does not name effect, kind, value and reason.</summary>
    Header,
}

/// <summary>Why a line is not taken. The host has words for each.</summary>
public enum ListLineFault
{
    /// <summary>It has not the fields that the first line names, or quotation marks that are not closed.</summary>
    Line,

    /// <summary>Its effect is none of the lists.</summary>
    Effect,

    /// <summary>Its kind is none that can be listed.</summary>
    Kind,

    /// <summary>Its value is none of its kind.</summary>
    Value,

    /// <summary>Its value was masked when it was exported.</summary>
    Masked,

    /// <summary>It has no reason, or one that is too long.</summary>
    Reason,

    /// <summary>Its end is no day and no instant.</summary>
    Ends,

    /// <summary>Its end lies in the past.</summary>
    Past,

    /// <summary>An earlier line says the same.</summary>
    Double,
}

/// <summary>What a line of a file puts on a list.</summary>
/// <param name="Effect">What being on it means.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Value">What it names, in its normal form.</param>
/// <param name="Reason">Why.</param>
/// <param name="ExpiresAt">Until when; null for no end.</param>
public sealed record ListedLine(ListEffect Effect, ListedKind Kind, string Value, string Reason, DateTimeOffset? ExpiresAt)
{
    /// <summary>What makes two lines the same: the reason does not.</summary>
    internal (ListEffect, ListedKind, string, DateTimeOffset?) Key => (Effect, Kind, Value, ExpiresAt);
}

/// <summary>One line of a file: what it lists, or why it does not.</summary>
/// <param name="Number">Which line of the file.</param>
/// <param name="Content">What it lists; null where it is at fault.</param>
/// <param name="Fault">Why it lists nothing.</param>
public sealed record ListFileLine(long Number, ListedLine? Content, ListLineFault? Fault);

/// <summary>A file of list entries: CSV with effect, kind, value, reason and, if they end, expires_at. Other columns are passed over.</summary>
public static class ListFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>Lines of the longest file.</summary>
    public const int MostLines = 5000;

    /// <summary>The columns, in the order in which they are exported.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["effect", "kind", "value", "reason", "expires_at"];

    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="now">What is past is past now.</param>
    public static (IReadOnlyList<ListFileLine> Lines, ListFileFault? Fault) Read(byte[] content, DateTimeOffset now)
    {
        if (content.Length > Largest) return ([], ListFileFault.Size);
        if (content.Contains((byte)0)) return ([], ListFileFault.Format);
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        var records = new CsvRecords(reader, Columns.ToHashSet());
        var places = Columns.Select(column => records.Header.ToList().IndexOf(column)).ToList();
        if (places.Take(4).Any(place => place < 0)) return ([], ListFileFault.Header);
        var lines = new List<ListFileLine>();
        var seen = new HashSet<(ListEffect, ListedKind, string, DateTimeOffset?)>();
        while (records.Next() is { } record)
        {
            if (lines.Count == MostLines) return ([], ListFileFault.Size);
            var line = record.Fault is null ? LineOf(record.Line, column => places[column] < 0 ? "" : Bare(record.Fields[places[column]]), now) : new(record.Line, null, ListLineFault.Line);
            lines.Add(line.Content is { } listed && !seen.Add(listed.Key) ? line with { Content = null, Fault = ListLineFault.Double } : line);
        }

        return (lines, null);
    }

    private static ListFileLine LineOf(long number, Func<int, string> field, DateTimeOffset now)
    {
        var (reason, ends) = (field(3), field(4));
        if (Named<ListEffect>(field(0)) is not { } effect) return new(number, null, ListLineFault.Effect);
        if (Named<ListedKind>(field(1)) is not { } kind) return new(number, null, ListLineFault.Kind);
        if (field(2).Contains('•', StringComparison.Ordinal)) return new(number, null, ListLineFault.Masked);
        if (ListedValue.Of(kind, field(2)) is not { } value) return new(number, null, ListLineFault.Value);
        if (reason.Length is 0 or > ListEntry.Longest) return new(number, null, ListLineFault.Reason);
        var expiresAt = EndOf(ends);
        if (expiresAt is null && ends.Length > 0) return new(number, null, ListLineFault.Ends);
        return expiresAt <= now ? new(number, null, ListLineFault.Past) : new(number, new(effect, kind, value, reason, expiresAt), null);
    }

    /// <summary>A day holds to its end in Lima; an instant needs its zone.</summary>
    private static DateTimeOffset? EndOf(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Lima.StartOf(day.AddDays(1));
        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ss.FFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : null;
    }

    private static T? Named<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => value.ToString().Equals(text.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            .Select(value => (T?)value).FirstOrDefault();

    /// <summary>Without the apostrophe that an export puts before what a spreadsheet would take for a formula.</summary>
    private static string Bare(string field)
    {
        var text = field.Trim();
        return text.Length > 1 && text[0] == '\'' && ListCsv.Formula.Contains(text[1]) ? text[1..] : text;
    }
}
