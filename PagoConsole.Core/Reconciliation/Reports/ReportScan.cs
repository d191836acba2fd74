using System.Globalization;
using System.Security.Cryptography;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>Looks through a report while it comes in: parts it into stretches of whole lines, reads every line, keeps the first fault.</summary>
internal sealed class ReportScan(DateOnly day) : IDisposable
{
    /// <summary>Bytes of a stretch, give or take a line.</summary>
    public const int Stretch = 256 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ReportColumns? columns;
    private readonly (DateTimeOffset From, DateTimeOffset To) span = (Lima.StartOf(day), Lima.StartOf(day.AddDays(1)));
    private long line;
    private long dated;
    private long elsewhere;
    private DateTimeOffset firstElsewhere;

    public long Rows { get; private set; }

    public long Bytes { get; private set; }

    public ReportFault? Fault { get; private set; }

    public long? FaultLine { get; private set; }

    public string? FaultText { get; private set; }

    /// <summary>Takes as many whole lines as there are in the bytes; once something is wrong with the report, whatever there is.</summary>
    /// <param name="bytes">What has come and was not taken yet.</param>
    /// <param name="isAll">Whether nothing follows.</param>
    /// <returns>How many bytes were taken, and how many rows they hold.</returns>
    public (int Length, int Rows) Take(ReadOnlySpan<byte> bytes, bool isAll)
    {
        var (length, rows) = (0, 0);
        while (Fault is null && length < bytes.Length && RecordScan.Next(bytes[length..], isAll) is var next)
        {
            if (next == 0 && bytes.Length - length <= RecordScan.Longest) break;
            if (next is 0 or > RecordScan.Longest) Wrong(columns is null ? ReportFault.Header : ReportFault.Line, $"is longer than {RecordScan.Longest} bytes");
            else if (Look(bytes.Slice(length, next))) rows++;
            length += next;
        }

        if (Fault is not null) length = bytes.Length;
        hash.AppendData(bytes[..length]);
        Bytes += length;
        Rows += rows;
        return (length, rows);
    }

    /// <summary>Nothing follows: says whether it is whole, and gives the SHA-256 of all that came.</summary>
    /// <param name="rowsSaid">How many rows were announced.</param>
    /// <param name="mustBeSaid">Whether one of which nobody says how many rows it has cannot be known to be whole.</param>
    public byte[] End(long? rowsSaid, bool mustBeSaid)
    {
        if (Fault is null && columns is null) (Fault, FaultText) = (ReportFault.Empty, "there is nothing in it, not even a first line");
        else if (Fault is null && rowsSaid is { } said && said != Rows) (Fault, FaultText) = (ReportFault.CountDiffers, $"{Rows} rows where {said} were announced");
        else if (Fault is null && rowsSaid is null && mustBeSaid) (Fault, FaultText) = (ReportFault.CountDiffers, "nobody says how many rows there are");
        return hash.GetHashAndReset();
    }

    /// <summary>Says that it must tell of its day: one of which most payments are of other days is somebody's mistake.</summary>
    public void MustTellOfDay()
    {
        if (Fault is null && elsewhere * 2 > dated)
            (Fault, FaultText) = (ReportFault.OtherDay, string.Create(CultureInfo.InvariantCulture, $"{elsewhere} of {dated} payments are not of {day:yyyy-MM-dd}; the first of them is of {Lima.DayOf(firstElsewhere):yyyy-MM-dd}"));
    }

    /// <summary>It broke off.</summary>
    public void CutOff(string why) => (Fault, FaultText) = Fault is null ? (ReportFault.CutOff, why) : (Fault, FaultText);

    public void Dispose() => hash.Dispose();

    // Whether it is a row.
    private bool Look(ReadOnlySpan<byte> record)
    {
        line++;
        record = RecordScan.Trimmed(record);
        if (columns is null)
        {
            columns = ReportColumns.Of(record, out var fault);
            if (fault is not null) Wrong(ReportFault.Header, fault, 1);
            return false;
        }

        if (record.IsEmpty) return false;
        if (ReportLine.Read(record, columns, out var row) is { } wrong) Wrong(ReportFault.Line, wrong, line);
        else if (row.PaidAt is { } at) Date(at);
        line += record.Count((byte)'\n');
        return true;
    }

    private void Date(DateTimeOffset at)
    {
        dated++;
        if (at >= span.From && at < span.To) return;
        if (elsewhere++ == 0) firstElsewhere = at;
    }

    private void Wrong(ReportFault fault, string text, long? at = null) => (Fault, FaultText, FaultLine) = (fault, text, at ?? line + 1);
}
