using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>Which deliveries one wants to see.</summary>
/// <param name="State">Only these; parked ones only as long as nobody has sent them again. Null for all.</param>
/// <param name="Type">Only this kind of message.</param>
/// <param name="OrderId">Only of this order.</param>
/// <param name="From">Written at this instant or later.</param>
/// <param name="Above">Only rows with a greater id: what came after a first look.</param>
public sealed record CallbackFilter(
    OutboxState? State = null, CallbackType? Type = null, string? OrderId = null, DateTimeOffset? From = null, long? Above = null);

/// <summary>One row of the list.</summary>
public sealed record CallbackRow(
    long Id, string MessageId, int Delivery, string OrderId, int Sequence, CallbackType Type, OutboxState State, int Attempts, string? LastAnswer,
    DateTimeOffset CreatedAt, DateTimeOffset NextAttemptAt, DateTimeOffset? EndedAt);

/// <summary>A page of deliveries, newest first.</summary>
/// <param name="Rows">The deliveries.</param>
/// <param name="Next">Before which id the next page begins; null on the last one.</param>
public sealed record CallbackPage(IReadOnlyList<CallbackRow> Rows, long? Next);

/// <summary>All that is known of one delivery.</summary>
/// <param name="Message">The delivery.</param>
/// <param name="Attempts">Its tries, oldest first.</param>
/// <param name="Deliveries">Every delivery of the same message, itself too, oldest first.</param>
public sealed record CallbackFileView(OutboxMessage Message, IReadOnlyList<CallbackAttempt> Attempts, IReadOnlyList<CallbackRow> Deliveries);

/// <summary>The deliveries to the marketplace: newest first, in pages by key.</summary>
public sealed class CallbackList(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Deliveries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Counts end here: "1,000 or more" is all that anybody needs to know beside a filter.</summary>
    public const int CountLimit = 1000;

    private const int MostAttempts = 200;

    /// <summary>Reads a page.</summary>
    public async Task<Result<CallbackPage>> ReadAsync(CallbackFilter filter, long? before, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await Rows(Where(db, filter).Where(m => before == null || m.Id < before).OrderByDescending(m => m.Id).Take(PageSize + 1)).ToListAsync(ct);
        return new CallbackPage([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }

    /// <summary>Counts the deliveries of a state, to <see cref="CountLimit"/> at most.</summary>
    public async Task<int> CountAsync(CallbackFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Where(db, filter).Take(CountLimit).CountAsync(ct);
    }

    /// <summary>Reads one delivery with its tries.</summary>
    public async Task<Result<CallbackFileView>> FileAsync(long id, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await db.Set<OutboxMessage>().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } message) return RefusalCode.NotFound;
        var attempts = await db.Set<CallbackAttempt>().Where(a => a.OutboxId == id).OrderByDescending(a => a.Id).Take(MostAttempts).ToListAsync(ct);
        attempts.Reverse();
        return new CallbackFileView(
            message, attempts, await Rows(db.Set<OutboxMessage>().Where(m => m.MessageId == message.MessageId).OrderBy(m => m.Delivery)).ToListAsync(ct));
    }

    /// <summary>How many messages of a filter can be sent again, to a limit.</summary>
    public async Task<int> CountEndedAsync(CallbackFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Ended(db, filter).Take(SendManyAgain.Most + 1).CountAsync(ct);
    }

    /// <summary>The messages of a filter that can be sent again: their last delivery has ended. Oldest first.</summary>
    internal async Task<IReadOnlyList<string>> EndedAsync(CallbackFilter filter, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Ended(db, filter).OrderBy(m => m.Id).Select(m => m.MessageId).Take(most).ToListAsync(ct);
    }

    private static IQueryable<OutboxMessage> Ended(PagoDb db, CallbackFilter filter) =>
        Last(db, Where(db, filter)).Where(m => m.State != OutboxState.Waiting);

    private static IQueryable<OutboxMessage> Last(PagoDb db, IQueryable<OutboxMessage> messages) =>
        messages.Where(m => !db.Set<OutboxMessage>().Any(later => later.MessageId == m.MessageId && later.Delivery > m.Delivery));

    private static IQueryable<OutboxMessage> Where(PagoDb db, CallbackFilter filter)
    {
        var messages = db.Set<OutboxMessage>().AsNoTracking();
        if (filter.State is { } state) messages = messages.Where(m => m.State == state);
        if (filter.State == OutboxState.Parked) messages = Last(db, messages);
        if (filter.Type is { } type) messages = messages.Where(m => m.Type == type);
        if (filter.OrderId is { } orderId) messages = messages.Where(m => m.OrderId == orderId);
        if (filter.From is { } from) messages = messages.Where(m => m.CreatedAt >= from);
        if (filter.Above is { } above) messages = messages.Where(m => m.Id > above);
        return messages;
    }

    private static IQueryable<CallbackRow> Rows(IQueryable<OutboxMessage> messages) => messages.Select(m => new CallbackRow(
        m.Id, m.MessageId, m.Delivery, m.OrderId, m.Sequence, m.Type, m.State, m.Attempts, m.LastAnswer, m.CreatedAt, m.NextAttemptAt, m.EndedAt));
}
