using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>The settlement dates of which earlier pulls of the same day told, by payment, transaction and status.</summary>
internal sealed class EarlierDates
{
    private readonly Dictionary<ulong, DateOnly> first = [];
    private readonly Dictionary<ulong, DateOnly> other = [];

    /// <summary>Keeps what a line of an earlier pull said.</summary>
    public void Add(in ReportLine line)
    {
        if (line.SettlementDate is not { } date) return;
        var key = KeyOf(in line);
        if (!first.TryAdd(key, date) && first[key] != date) other[key] = date;
    }

    /// <summary>A date that differs from the line's, where some earlier pull told of one.</summary>
    public DateOnly? Before(in ReportLine line)
    {
        if (first.Count == 0 || line.SettlementDate is not { } date) return null;
        var key = KeyOf(in line);
        if (other.TryGetValue(key, out var later) && later != date) return later;
        return first.TryGetValue(key, out var earlier) && earlier != date ? earlier : null;
    }

    private static ulong KeyOf(in ReportLine line)
    {
        Span<byte> key = stackalloc byte[line.PaymentId.Length + line.OrderId.Length + line.TransactionId.Length + 3];
        line.PaymentId.CopyTo(key);
        line.OrderId.CopyTo(key[(line.PaymentId.Length + 1)..]);
        line.TransactionId.CopyTo(key[(line.PaymentId.Length + line.OrderId.Length + 2)..]);
        key[^1] = (byte)line.Status;
        return DayBook.HashOf(key);
    }
}
