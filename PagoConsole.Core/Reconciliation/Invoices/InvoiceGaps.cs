using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>A paid order for which no invoice can be made; what is personal in it is masked for who may not see it.</summary>
public sealed record InvoiceGap(
    string OrderId, DateTimeOffset PaidAt, Money Amount, OrderStatus Status, string? SellerId, string? SellerRuc, InvoiceType Type, string? Ruc, string? BusinessName,
    InvoiceVerdict Verdict, InvoiceFaults Faults);

/// <summary>A page of gaps.</summary>
/// <param name="Rows">Newest payment first.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record InvoiceGapRows(IReadOnlyList<InvoiceGap> Rows, InvoiceKey? Next);

/// <summary>The paid orders for which no invoice can be made.</summary>
public sealed class InvoiceGaps
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    private readonly IDbContextFactory<PagoDb> contexts;

    internal InvoiceGaps(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Reads a page.</summary>
    public async Task<Result<InvoiceGapRows>> ReadAsync(InvoiceFilter filter, InvoiceKey? after, Actor viewer, CancellationToken ct, int size = PageSize)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var gaps = PaidInvoice.Of(db, filter).Where(p => p.Facts.Verdict != InvoiceVerdict.Complete);
        if (after is { PaidAt: var at, OrderId: var id })
            gaps = gaps.Where(p => p.Payment.PaidAt < at || (p.Payment.PaidAt == at && string.Compare(p.Payment.OrderId, id) < 0));
        var rows = await gaps.OrderByDescending(p => p.Payment.PaidAt).ThenByDescending(p => p.Payment.OrderId).Take(size + 1)
            .Select(p => new { p.Facts, p.Payment.PaidAt, p.Order.AmountMinor, p.Order.Currency, p.Order.Status, p.Order.SellerId }).ToListAsync(ct);
        var open = viewer.May(Permission.SeePersonalData);
        return new InvoiceGapRows(
            [
                .. rows.Take(size).Select(r => new InvoiceGap(
                    r.Facts.OrderId, r.PaidAt!.Value, new Money(r.AmountMinor, r.Currency), r.Status, r.SellerId,
                    open ? r.Facts.SellerRuc : Ruc.Masked(r.Facts.SellerRuc), r.Facts.Type, open ? r.Facts.Ruc : Ruc.Masked(r.Facts.Ruc),
                    open ? r.Facts.BusinessName : Ruc.MaskedName(r.Facts.Ruc, r.Facts.BusinessName), r.Facts.Verdict, r.Facts.Faults)),
            ],
            rows.Count > size ? new InvoiceKey(rows[size - 1].PaidAt!.Value, rows[size - 1].Facts.OrderId) : null);
    }

    /// <summary>All gaps of a filter, page by page, so that no statement stays open for long.</summary>
    public async IAsyncEnumerable<InvoiceGap> AllAsync(InvoiceFilter filter, Actor viewer, [EnumeratorCancellation] CancellationToken ct)
    {
        InvoiceKey? after = null;
        do
        {
            var page = await ReadAsync(filter, after, viewer, ct, size: 500);
            if (!page.Done) yield break;
            foreach (var row in page.Value.Rows) yield return row;
            after = page.Value.Next;
        }
        while (after is not null);
    }
}
