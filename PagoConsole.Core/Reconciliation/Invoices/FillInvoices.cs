using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>
/// Gives orders that were taken in before their invoice data were kept apart, or by a node that does not know of it yet, their facts from
/// what the marketplace told. Orders of the marketplace's history name no invoice and get none.
/// </summary>
internal sealed class FillInvoices(Writes writes, ActiveRules rules, IOptionsMonitor<InvoiceOptions> options)
{
    private const int Batch = 200;

    // An order is looked at once it is older than any transaction that may still be under way.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    /// <summary>Looks through all orders since the last time.</summary>
    /// <returns>How many got their facts.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var filled = 0;
        while (await writes.DoAsync(tx => StepAsync(tx, now - Settled, ct), ct) is { Looked: > 0 } step) filled += step.Filled;
        return filled;
    }

    private async Task<(int Looked, int Filled)> StepAsync(WriteScope tx, DateTimeOffset upTo, CancellationToken ct)
    {
        var progress = await tx.LockAsync<InvoiceProgress>(InvoiceProgress.Orders, ct);
        if (progress is null) tx.Db.Add(progress = new InvoiceProgress { Name = InvoiceProgress.Orders });
        var (at, id) = (progress.ReceivedAt, progress.OrderId);
        var orders = await tx.Db.Set<Order>().AsNoTracking().Where(o => o.ReceivedAt < upTo && (o.ReceivedAt > at || (o.ReceivedAt == at && string.Compare(o.OrderId, id) > 0)))
            .OrderBy(o => o.ReceivedAt).ThenBy(o => o.OrderId).Take(Batch).Select(o => new { o.OrderId, o.ReceivedAt, o.PlacedAt, o.Imported }).ToListAsync(ct);
        if (orders.Count == 0) return (0, 0);
        (progress.ReceivedAt, progress.OrderId) = (orders[^1].ReceivedAt, orders[^1].OrderId);
        var placed = orders.Where(o => !o.Imported).ToDictionary(o => o.OrderId, o => o.PlacedAt);
        var ids = placed.Keys.ToArray();
        var contents = await tx.Db.Set<OrderContentRow>().AsNoTracking()
            .Where(c => EF.Parameter(ids).Contains(c.OrderId) && !tx.Db.Set<InvoiceFacts>().Any(i => i.OrderId == c.OrderId)).ToListAsync(ct);
        var rates = contents.Count == 0 ? null : (await rules.ReadAsync(tx.Db, ct)).Rules.Set.Rates;
        foreach (var content in contents.Select(row => OrderContent.FromJson(row.Json)))
            tx.Db.Add(InvoiceFacts.Of(content, rates!.InSoles(content.Amount), options.CurrentValue.DocumentAbove(Lima.DayOf(placed[content.OrderId])), tx.Now));
        return (orders.Count, contents.Count);
    }
}

/// <summary>Looks every hour whether an order lacks its invoice facts.</summary>
internal sealed class FillInvoicesJob(FillInvoices fill, TimeProvider time) : IScheduledJob
{
    public string Key => "invoice-facts";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 60);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct) => JobOutcome.Of(("filled", await fill.RunAsync(time.GetUtcNow(), ct)));
}
