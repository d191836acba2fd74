using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence;

/// <summary>Everything that the console knows of one order.</summary>
/// <param name="Order">The order.</param>
/// <param name="Content">What the buyer placed, masked.</param>
/// <param name="Assessment">How it was judged; null for an imported order.</param>
/// <param name="Rules">Every rule's part in that.</param>
/// <param name="Payment">Its payable code.</param>
/// <param name="Review">Its case, if a person had to decide.</param>
/// <param name="Commands">What was asked of PagoEfectivo, oldest first; without bodies.</param>
/// <param name="Calls">Every HTTP attempt, oldest first.</param>
/// <param name="Movements">Money seen.</param>
/// <param name="MoneyCases">Money that waits or waited for finance.</param>
/// <param name="Refunds">Refunds asked for.</param>
/// <param name="Callbacks">Messages to the marketplace, oldest first.</param>
/// <param name="Timeline">What happened, oldest first.</param>
/// <param name="Invoice">Whether it can be invoiced; null for an order of the marketplace's history.</param>
public sealed record OrderFileView(
    Order Order,
    OrderContent Content,
    Assessment? Assessment,
    IReadOnlyList<AssessedRule> Rules,
    Payment? Payment,
    ReviewCase? Review,
    IReadOnlyList<CommandView> Commands,
    IReadOnlyList<GatewayCallRow> Calls,
    IReadOnlyList<MoneyMovement> Movements,
    IReadOnlyList<MoneyCase> MoneyCases,
    IReadOnlyList<Refund> Refunds,
    IReadOnlyList<OutboxMessage> Callbacks,
    IReadOnlyList<JournalEntry> Timeline,
    OrderInvoiceState? Invoice = null)
{
    /// <summary>Masks the buyer's data in what people wrote about the order.</summary>
    public FreeWords Words { get; init; } = FreeWords.OfAnybody;
}

/// <summary>What an order's invoice data come to, without what is personal in them.</summary>
public sealed record OrderInvoiceState(InvoiceType Type, InvoiceVerdict Verdict, InvoiceFaults Faults);

/// <summary>A gateway command without its body, which holds personal data.</summary>
public sealed record CommandView(
    string CommandId, CommandKind Kind, CommandState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, string? Outcome);

/// <summary>The file on one order.</summary>
public sealed class OrderFile(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Entries and rows of one kind that are read at most.</summary>
    private const int Most = 500;

    /// <summary>Reads it; personal data masked.</summary>
    public async Task<Result<OrderFileView>> ReadAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await db.Set<Order>().SingleOrDefaultAsync(o => o.OrderId == orderId, ct) is not { } order) return RefusalCode.UnknownOrder;
        var content = await db.Set<OrderContentRow>().SingleAsync(c => c.OrderId == orderId, ct);
        var assessment = await db.Set<Assessment>().SingleOrDefaultAsync(a => a.OrderId == orderId, ct);
        var told = OrderContent.FromJson(content.Json);
        var receiver = await db.Set<Delivery>().Where(d => d.OrderId == orderId).Select(d => d.ReceivedBy).FirstOrDefaultAsync(ct);
        return new OrderFileView(
            order,
            told.Masked(),
            assessment,
            assessment?.ReadRules() ?? [],
            await db.Set<Payment>().SingleOrDefaultAsync(p => p.OrderId == orderId, ct),
            await db.Set<ReviewCase>().SingleOrDefaultAsync(c => c.OrderId == orderId, ct),
            await db.Set<GatewayCommand>().Where(c => c.OrderId == orderId).OrderBy(c => c.CreatedAt)
                .Select(c => new CommandView(c.CommandId, c.Kind, c.State, c.Attempts, c.CreatedAt, c.EndedAt, c.Outcome)).Take(Most).ToListAsync(ct),
            await db.Set<GatewayCallRow>().Where(c => c.OrderId == orderId).OrderBy(c => c.Id).Take(Most).ToListAsync(ct),
            await db.Set<MoneyMovement>().Where(m => m.OrderId == orderId).OrderBy(m => m.SeenAt).Take(Most).ToListAsync(ct),
            await db.Set<MoneyCase>().Where(c => c.OrderId == orderId).OrderBy(c => c.OpenedAt).Take(Most).ToListAsync(ct),
            await db.Set<Refund>().Where(r => r.OrderId == orderId).OrderBy(r => r.RequestedAt).Take(Most).ToListAsync(ct),
            await db.Set<OutboxMessage>().Where(m => m.OrderId == orderId).OrderBy(m => m.Sequence).ThenBy(m => m.Delivery).Take(Most).ToListAsync(ct),
            await db.Set<JournalEntry>().Where(e => e.Stream == order.Stream).OrderBy(e => e.Position).Take(Most).ToListAsync(ct),
            await db.Set<InvoiceFacts>().Where(i => i.OrderId == orderId).Select(i => new OrderInvoiceState(i.Type, i.Verdict, i.Faults)).SingleOrDefaultAsync(ct))
        {
            Words = FreeWords.About([told], receiver),
        };
    }
}

/// <summary>Shows an order's personal data unmasked, to those who may see it, with a reason that is journalled.</summary>
public sealed class UnmaskOrder(Writes writes)
{
    /// <summary>Unmasks it.</summary>
    public Task<Result<OrderContent>> RunAsync(string orderId, string reason, Actor by, CancellationToken ct) =>
        writes.RunAsync<OrderContent>(
            async tx =>
            {
                if (Unmasking.Refuse(reason, by) is { } refusal) return refusal;
                if (await tx.Db.Set<OrderContentRow>().AsNoTracking().SingleOrDefaultAsync(c => c.OrderId == orderId, ct) is not { } content) return RefusalCode.UnknownOrder;
                tx.Journal(Order.StreamOf(orderId), OrderEvents.Unmasked, by, null, orderId, new { reason = reason.Trim() });
                return OrderContent.FromJson(content.Json);
            },
            ct);
}
