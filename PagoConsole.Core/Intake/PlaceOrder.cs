using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>What came of placing an order.</summary>
/// <param name="Document">The order as it stands.</param>
/// <param name="Repeated">It was here before; nothing was changed.</param>
public sealed record PlacedOrder(OrderDocument Document, bool Repeated);

/// <summary>
/// Takes an order in: assessing it is atomic with accepting it, so that two orders that arrive together cannot both slip under a limit.
/// An approved order's payable code is made at once if PagoEfectivo answers in time, else as soon as it answers.
/// </summary>
public sealed class PlaceOrder
{
    /// <summary>Kept back from the time for the whole answer, for recording the outcome and writing the answer.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(300);

    private readonly Writes writes;
    private readonly NewOrders orders;
    private readonly LiveFacts facts;
    private readonly GatewayDesk desk;
    private readonly OrderDocuments documents;
    private readonly IOptionsMonitor<PagoEfectivoOptions> gateway;

    internal PlaceOrder(
        Writes writes, NewOrders orders, LiveFacts facts, GatewayDesk desk, OrderDocuments documents, IOptionsMonitor<PagoEfectivoOptions> gateway)
    {
        this.writes = writes;
        this.orders = orders;
        this.facts = facts;
        this.desk = desk;
        this.documents = documents;
        this.gateway = gateway;
    }

    /// <summary>Takes it in, once: the same order or key with the same content gives the order as it is now, with other content a refusal.</summary>
    /// <param name="content">The order, parsed and checked for form.</param>
    /// <param name="idempotencyKey">The marketplace's key, if it gave one.</param>
    /// <param name="by">Who places it.</param>
    /// <param name="requestId">To quote to support.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    public async Task<Result<PlacedOrder>> RunAsync(OrderContent content, string? idempotencyKey, Actor by, string requestId, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var taken = await TakeAsync(content, idempotencyKey, by, ct);
        if (!taken.Done) return taken.Refusal!;
        if (taken.Value.Create is { } command)
        {
            CrashPoint.Reach("create:after-commit");
            var left = TimeSpan.FromSeconds(gateway.CurrentValue.TimeoutSeconds) - Stopwatch.GetElapsedTime(started) - Reserve;
            using var atMost = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            await desk.CarryOutAsync(command, atMost.Token);
        }
        else if (taken.Value.Order is { } order)
        {
            return new PlacedOrder(documents.Of(order, null, requestId), false);
        }

        var document = await documents.ReadAsync(content.OrderId, requestId, CancellationToken.None);
        return new PlacedOrder(document!, taken.Value.Order is null);
    }

    /// <summary>Assesses it and makes it durable with all that belongs to it; nobody outside is called yet.</summary>
    internal async Task<Result<TakenOrder>> TakeAsync(OrderContent content, string? idempotencyKey, Actor by, CancellationToken ct)
    {
        var prepared = PreparedOrder.Of(content);
        if (!by.May(Permission.ApiOrdersWrite)) return RefusalCode.NotAllowed;
        var outside = await facts.OutsideAsync(content, ct);
        return await writes.ShareAsync<TakenOrder>(
            async tx =>
            {
                var known = await orders.FindAsync(tx, prepared, idempotencyKey, ct);
                if (!known.Done) return known.Refusal!;
                return known.Value ? new TakenOrder(null, null) : await orders.AddAsync(tx, prepared, outside, by, ct);
            },
            ct);
    }
}
