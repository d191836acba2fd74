namespace PagoConsole.Hosting.Commands;

/// <summary>A table of plain text: columns as wide as what stands in them, numbers to the right where asked.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> rows = [header];

    /// <summary>The first column whose fields are numbers; none by default.</summary>
    public int NumbersFrom { get; init; } = int.MaxValue;

    public void Add(params string[] fields) => rows.Add(fields);

    public async Task WriteAsync(TextWriter where)
    {
        var widths = header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            await where.WriteLineAsync(string.Join("  ", row.Select((field, i) => i >= NumbersFrom ? field.PadLeft(widths[i]) : field.PadRight(widths[i]))).TrimEnd());
    }
}
