using System.Runtime.CompilerServices;
using System.Text;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>The fields of one record, by RFC 4180, over its bytes.</summary>
internal ref struct LineFields(ReadOnlySpan<byte> record, ReportColumns columns)
{
    private const byte Quote = (byte)'"';

    private readonly ReadOnlySpan<byte> record = record;
    private Ends starts;

    /// <summary>A field of the contract, without quotation marks and blanks around it.</summary>
    public readonly ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var place = columns[column];
            var field = record[starts[place]..(starts[place + 1] - 1)];
            if (field is not [Quote, ..]) return field.Trim((byte)' ');
            field = field[1..^1];
            return field.IndexOf(Quote) < 0 ? field.Trim((byte)' ') : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(field).Replace("\"\"", "\"", StringComparison.Ordinal));
        }
    }

    /// <summary>Parts the record; says whether it has as many fields as the first line.</summary>
    public bool Split()
    {
        var (count, at) = (0, 0);
        while (true)
        {
            var end = EndOf(at);
            if (end < 0 || count == columns.Count) return false;
            starts[count++] = at;
            starts[count] = end + 1;
            if (end == record.Length) return count == columns.Count;
            if (record[end] != columns.Delimiter) return false;
            at = end + 1;
        }
    }

    private readonly int EndOf(int at)
    {
        if (at < record.Length && record[at] == Quote) return EndOfQuoted(at);
        var found = record[at..].IndexOf(columns.Delimiter);
        return found < 0 ? record.Length : at + found;
    }

    // After its closing mark; a doubled mark closes nothing. -1 where there is none.
    private readonly int EndOfQuoted(int at)
    {
        for (var from = at + 1; ;)
        {
            var close = record[from..].IndexOf(Quote);
            if (close < 0) return -1;
            from += close + 1;
            if (from >= record.Length || record[from] != Quote) return from;
            from++;
        }
    }

    /// <summary>Where each field begins, and one after the last ends.</summary>
    [InlineArray(ReportColumns.Most + 1)]
    private struct Ends
    {
        private int first;
    }
}
