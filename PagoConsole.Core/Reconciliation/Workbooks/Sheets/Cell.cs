using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>What a cell holds; each kind has a format of its own.</summary>
internal enum CellKind
{
    Text,
    Count,
    Money,
    Date,
    Instant,
    Link,
}

/// <summary>One value of a row: a real number, date or text, never a text that a spreadsheet would work out.</summary>
/// <param name="Kind">How it is written and shown.</param>
/// <param name="Text">The text, or the address of a link.</param>
/// <param name="Number">A count, hundredths of money, the number of a day, or the ticks of Lima's clock.</param>
/// <param name="Filled">Whether there is anything.</param>
internal readonly record struct Cell(CellKind Kind, string? Text, long Number, bool Filled = true)
{
    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? default : new(CellKind.Text, text, 0);

    public static Cell Count(long? count) => count is { } number ? new(CellKind.Count, null, number) : default;

    public static Cell Money(long? minor) => minor is { } number ? new(CellKind.Money, null, number) : default;

    public static Cell Date(DateOnly? day) => day is { } date ? new(CellKind.Date, null, date.DayNumber) : default;

    public static Cell Instant(DateTimeOffset? instant) =>
        instant is { } at ? new(CellKind.Instant, null, TimeZoneInfo.ConvertTime(at, Lima.Zone).Ticks) : default;

    public static Cell Link(Uri? address) => address is null ? default : new(CellKind.Link, address.AbsoluteUri, 0);
}

/// <summary>A column of a sheet or a CSV.</summary>
/// <param name="Key">Its name: <c>Column_KEY</c> in the words, in snake case in a CSV.</param>
/// <param name="Kind">What most of its cells hold.</param>
/// <param name="Width">How wide it is, in characters.</param>
/// <param name="Value">What it says of a row.</param>
internal sealed record Column<T>(string Key, CellKind Kind, double Width, Func<T, Cell> Value);
