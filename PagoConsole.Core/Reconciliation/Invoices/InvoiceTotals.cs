using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>Paid orders of a period by how their invoice data stand.</summary>
/// <param name="Paid">All of them.</param>
/// <param name="Unchecked">Those that have no facts: orders of the marketplace's history, which names no invoice.</param>
/// <param name="Verdicts">The others by verdict.</param>
/// <param name="Faults">Gaps by fault; one order may have several.</param>
/// <param name="Amounts">What the gaps come to in each currency.</param>
public sealed record InvoiceSummary(
    int Paid, int Unchecked, IReadOnlyDictionary<InvoiceVerdict, int> Verdicts, IReadOnlyDictionary<InvoiceFaults, int> Faults, IReadOnlyList<Money> Amounts)
{
    /// <summary>How many cannot be invoiced.</summary>
    public int Gaps => Verdicts.Where(v => v.Key != InvoiceVerdict.Complete).Sum(v => v.Value);
}

/// <summary>Counts paid orders by how their invoice data stand.</summary>
public sealed class InvoiceTotals
{
    private readonly IDbContextFactory<PagoDb> contexts;

    internal InvoiceTotals(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Counts a period; of the filter only period and seller count.</summary>
    public async Task<Result<InvoiceSummary>> ReadAsync(InvoiceFilter filter, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        var whole = new InvoiceFilter(filter.From, filter.To, SellerId: filter.SellerId);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var paid = PaidInvoice.PaidIn(db, whole);
        if (whole.SellerId is { } seller) paid = paid.Where(p => db.Set<Order>().Any(o => o.OrderId == p.OrderId && o.SellerId == seller));
        var sums = await PaidInvoice.Of(db, whole).GroupBy(p => new { p.Facts.Verdict, p.Facts.Faults, p.Order.Currency })
            .Select(g => new { g.Key.Verdict, g.Key.Faults, g.Key.Currency, Count = g.Count(), Minor = g.Sum(p => p.Order.AmountMinor) }).ToListAsync(ct);
        var all = await paid.CountAsync(ct);
        return new InvoiceSummary(
            all,
            all - sums.Sum(s => s.Count),
            sums.GroupBy(s => s.Verdict).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
            InvoiceFaultsList.All.Select(fault => (Fault: fault, Count: sums.Where(s => s.Faults.HasFlag(fault)).Sum(s => s.Count))).Where(f => f.Count > 0).ToDictionary(f => f.Fault, f => f.Count),
            [
                .. sums.Where(s => s.Verdict != InvoiceVerdict.Complete).GroupBy(s => s.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal)
                    .Select(g => new Money(g.Sum(s => s.Minor), g.Key)),
            ]);
    }
}
