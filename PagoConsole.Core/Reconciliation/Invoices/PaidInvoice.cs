using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>The invoice facts of an order that was paid.</summary>
internal sealed class PaidInvoice
{
    public required Payment Payment { get; init; }

    public required Order Order { get; init; }

    public required InvoiceFacts Facts { get; init; }

    // Money for an order that is closed waits for finance: it is accepted, and the order then paid, or it goes back.
    public static IQueryable<Payment> PaidIn(PagoDb db, InvoiceFilter asked)
    {
        var filter = asked.Bounded();
        var (from, to) = (Lima.StartOf(filter.From), Lima.StartOf(filter.To.AddDays(1)));
        return db.Set<Payment>().AsNoTracking()
            .Where(p => p.PaidAt >= from && p.PaidAt < to && !db.Set<Order>().Any(o => o.OrderId == p.OrderId && o.Status == OrderStatus.PaidLate));
    }

    public static IQueryable<PaidInvoice> Of(PagoDb db, InvoiceFilter filter)
    {
        var found =
            from payment in PaidIn(db, filter)
            join order in db.Set<Order>().AsNoTracking() on payment.OrderId equals order.OrderId
            join facts in db.Set<InvoiceFacts>().AsNoTracking() on payment.OrderId equals facts.OrderId
            select new PaidInvoice { Payment = payment, Order = order, Facts = facts };
        if (filter.Verdict is { } verdict) found = found.Where(p => p.Facts.Verdict == verdict);
        if (filter.Type is { } type) found = found.Where(p => p.Facts.Type == type);
        if (filter.Fault is { } fault) found = found.Where(p => (p.Facts.Faults & fault) != 0);
        if (filter.SellerId is { } seller) found = found.Where(p => p.Order.SellerId == seller);
        return found;
    }
}
