namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>Parts bytes into CSV records: a record ends at a line feed that stands outside quotation marks.</summary>
internal static class RecordScan
{
    /// <summary>Bytes of a record.</summary>
    public const int Longest = 64 * 1024;

    private const byte LineFeed = (byte)'\n';
    private const byte Quote = (byte)'"';

    /// <summary>The length of the first record, its line end included; 0 where it is not complete yet.</summary>
    /// <param name="bytes">From where to look.</param>
    /// <param name="isAll">Whether nothing follows: then what is left is a record, line end or not.</param>
    public static int Next(ReadOnlySpan<byte> bytes, bool isAll)
    {
        var end = bytes.IndexOf(LineFeed);
        if (end >= 0 && bytes[..end].IndexOf(Quote) < 0) return end + 1;

        var quoted = false;
        for (var from = 0; end >= 0; from = end + 1)
        {
            quoted ^= (bytes[from..end].Count(Quote) & 1) == 1;
            if (!quoted) return end + 1;
            var more = bytes[(end + 1)..].IndexOf(LineFeed);
            if (more < 0) break;
            end += more + 1;
        }

        return isAll ? bytes.Length : 0;
    }

    /// <summary>A record without its line end.</summary>
    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> record)
    {
        if (record is [.., LineFeed]) record = record[..^1];
        if (record is [.., (byte)'\r']) record = record[..^1];
        return record;
    }
}
