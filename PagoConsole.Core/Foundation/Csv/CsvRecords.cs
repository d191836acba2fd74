namespace PagoConsole.Core.Foundation.Csv;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The number of the line on which it begins.</param>
/// <param name="Raw">Its text as it stands in the file, lines parted by a line feed.</param>
/// <param name="Fields">Its fields, without quotation marks.</param>
/// <param name="Fault">Why it cannot be read; null where it can.</param>
internal sealed record CsvRecord(long Line, string Raw, IReadOnlyList<string> Fields, string? Fault);

/// <summary>
/// Reads records by RFC 4180, one after the other. A quotation mark that is never closed costs the line on which it stands and not the rest
/// of the file: what came after it is read again as lines of their own.
/// </summary>
internal sealed class CsvRecords
{
    /// <summary>Characters of a record.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>Lines that one record may spread over, where line ends stand between quotation marks.</summary>
    private const int MostLines = 20;

    private readonly TextLines lines;
    private readonly LinkedList<TextLine> readAhead = [];

    /// <summary>Reads the header; delimiters are comma and semicolon, whichever parts it into more of the names looked for.</summary>
    public CsvRecords(TextReader reader, IReadOnlySet<string> names)
    {
        lines = new TextLines(reader, Longest);
        var first = NextFilled();
        (Delimiter, Header) = new[] { ',', ';' }.Select(delimiter => (delimiter, Fields: NamesOf(first?.Text ?? "", delimiter)))
            .MaxBy(split => split.Fields.Count(names.Contains));
    }

    /// <summary>What parts the fields.</summary>
    public char Delimiter { get; }

    /// <summary>The names of the columns, trimmed, in small letters.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The next record, or null at the end. Empty lines are passed over.</summary>
    public CsvRecord? Next()
    {
        if (NextFilled() is not { } first) return null;
        if (first.TooLong) return Broken(first, $"longer than {Longest} characters");
        var fields = new List<string>(Header.Count);
        var raw = first.Text;
        var further = new List<TextLine>();
        var shape = Split(raw, Delimiter, fields);
        while (shape == Shape.Open && further.Count < MostLines - 1 && raw.Length < Longest && NextLine() is { } next)
        {
            further.Add(next);
            raw = $"{raw}\n{next.Text}";
            shape = next.TooLong ? Shape.Broken : Split(raw, Delimiter, fields);
        }

        var count = CountOf(fields);
        if (shape == Shape.Whole && count == Header.Count)
            return new CsvRecord(first.Number, raw, fields, raw.Contains('\uFFFD', StringComparison.Ordinal) ? "not UTF-8 text" : raw.Contains('\0', StringComparison.Ordinal) ? "holds a character of code 0" : null);
        for (var i = further.Count - 1; i >= 0; i--) readAhead.AddFirst(further[i]);
        return Broken(first, shape == Shape.Whole && further.Count == 0 ? $"{count} fields where the header names {Header.Count}" : "a quotation mark is not closed where its field ends");
    }

    private static CsvRecord Broken(TextLine line, string fault) => new(line.Number, line.Text, [], fault);

    // Some programs end every line with delimiters too many.
    private int CountOf(List<string> fields)
    {
        var count = fields.Count;
        while (count > Header.Count && fields[count - 1].Length == 0) count--;
        return count;
    }

    private TextLine? NextFilled()
    {
        while (NextLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line.Text))
                return line;
        return null;
    }

    private TextLine? NextLine()
    {
        if (readAhead.First is not { } first) return lines.Next();
        readAhead.RemoveFirst();
        return first.Value;
    }

    private static List<string> NamesOf(string header, char delimiter)
    {
        var fields = new List<string>();
        Split(header, delimiter, fields);
        return fields.ConvertAll(field => field.Trim().ToLowerInvariant());
    }

    private static Shape Split(string raw, char delimiter, List<string> fields)
    {
        fields.Clear();
        var at = 0;
        while (true)
        {
            if (at < raw.Length && raw[at] == '"')
            {
                if (Quoted(raw, ref at) is not { } text) return Shape.Open;
                if (at < raw.Length && raw[at] != delimiter) return Shape.Broken;
                fields.Add(text);
            }
            else
            {
                var stop = raw.IndexOf(delimiter, at);
                if (stop < 0) stop = raw.Length;
                fields.Add(raw[at..stop]);
                at = stop;
            }

            if (at == raw.Length) return Shape.Whole;
            at++;
        }
    }

    /// <summary>A field between quotation marks, of which two stand for one; null where the closing one is not there.</summary>
    private static string? Quoted(string raw, ref int at)
    {
        var text = "";
        at++;
        while (true)
        {
            var close = raw.IndexOf('"', at);
            if (close < 0) return null;
            text += raw[at..close];
            at = close + 1;
            if (at == raw.Length || raw[at] != '"') return text;
            text += '"';
            at++;
        }
    }

    private enum Shape
    {
        Whole,
        Open,
        Broken,
    }
}
