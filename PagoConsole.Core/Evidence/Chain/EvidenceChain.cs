using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Chain;

/// <summary>Gathers all that proves what became of an order.</summary>
public sealed class EvidenceChain(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>Rows of one kind that are read at most. The journal is read whole: a part of a chain proves nothing.</summary>
    public const int Most = 2000;

    /// <summary>Logins from so long before the order was placed …</summary>
    public static readonly TimeSpan LoginsBefore = TimeSpan.FromDays(7);

    /// <summary>… to so long afterwards.</summary>
    public static readonly TimeSpan LoginsAfter = TimeSpan.FromDays(2);

    private const int Tries = 3;

    /// <summary>Reads it.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="whole">With personal data; only for those who may see them. Whoever shows it says so in the journal.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<EvidenceChainView>> ReadAsync(string orderId, Actor viewer, bool whole, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeEvidence) && !viewer.May(Permission.ApiEvidenceRead)) return RefusalCode.NotAllowed;
        if (whole && !viewer.May(Permission.SeePersonalData)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        for (var attempt = 1; ; attempt++)
        {
            // What is read by several queries is one picture only if nothing was journalled meanwhile.
            var before = await HeadAsync(db, orderId, ct);
            if (await OnceAsync(db, orderId, whole, ct) is not { } chain) return RefusalCode.UnknownOrder;
            if (attempt == Tries || await HeadAsync(db, orderId, ct) == before) return chain;
        }
    }

    private static Task<long?> HeadAsync(PagoDb db, string orderId, CancellationToken ct) =>
        db.Set<JournalStream>().Where(s => s.Stream == Order.StreamOf(orderId)).Select(s => (long?)s.Position).SingleOrDefaultAsync(ct);

    private async Task<EvidenceChainView?> OnceAsync(PagoDb db, string orderId, bool whole, CancellationToken ct)
    {
        if (await db.Set<Order>().SingleOrDefaultAsync(o => o.OrderId == orderId, ct) is not { } order) return null;
        var row = await db.Set<OrderContentRow>().SingleOrDefaultAsync(c => c.OrderId == orderId, ct);
        var content = row is null ? Empty(order) : OrderContent.FromJson(row.Json);
        var assessment = await db.Set<Assessment>().SingleOrDefaultAsync(a => a.OrderId == orderId, ct);
        var payment = await db.Set<Payment>().SingleOrDefaultAsync(p => p.OrderId == orderId, ct);
        var entries = await db.Set<JournalEntry>().Where(e => e.Stream == order.Stream).OrderBy(e => e.Position).ToListAsync(ct);
        var kept = await db.Set<JournalPrivate>().Where(p => p.Stream == order.Stream).ToDictionaryAsync(p => p.Position, ct);
        var (since, until) = (order.PlacedAt - LoginsBefore, order.PlacedAt + LoginsAfter);
        var chain = new EvidenceChainView
        {
            At = time.GetUtcNow(),
            Whole = whole,
            Order = order,
            Content = whole ? content : content.Masked(),
            Assessment = assessment,
            Rules = assessment?.ReadRules() ?? [],
            Review = await db.Set<ReviewCase>().SingleOrDefaultAsync(c => c.OrderId == orderId, ct),
            Answers = await db.Set<InformationAnswer>().Where(a => a.OrderId == orderId).OrderBy(a => a.Id).Take(Most).ToListAsync(ct),
            Payment = payment,
            Commands = await db.Set<GatewayCommand>().Where(c => c.OrderId == orderId).OrderBy(c => c.CreatedAt).ThenBy(c => c.CommandId).Take(Most).ToListAsync(ct),
            Calls = await db.Set<GatewayCallRow>().Where(c => c.OrderId == orderId).OrderBy(c => c.Id).Take(Most).ToListAsync(ct),
            Messages = await EvidenceReads.MessagesAsync(db, orderId, payment?.PaymentId, entries, ct),
            Movements = await db.Set<MoneyMovement>().Where(m => m.OrderId == orderId).OrderBy(m => m.SeenAt).ThenBy(m => m.TransactionId).Take(Most).ToListAsync(ct),
            MoneyCases = await db.Set<MoneyCase>().Where(c => c.OrderId == orderId).OrderBy(c => c.OpenedAt).ThenBy(c => c.CaseId).Take(Most).ToListAsync(ct),
            Payees = await EvidenceReads.PayeesAsync(db, orderId, whole, ct),
            Refunds = await db.Set<Refund>().Where(r => r.OrderId == orderId).OrderBy(r => r.RequestedAt).ThenBy(r => r.RefundId).Take(Most).ToListAsync(ct),
            Shipment = await db.Set<Shipment>().SingleOrDefaultAsync(s => s.OrderId == orderId, ct),
            Delivery = await db.Set<Delivery>().SingleOrDefaultAsync(d => d.OrderId == orderId, ct),
            Disputes = await db.Set<Dispute>().Where(d => d.OrderId == orderId).OrderBy(d => d.RecordedAt).ThenBy(d => d.DisputeId).Take(Most).ToListAsync(ct),
            Labels = await db.Set<OrderLabel>().Where(l => l.OrderId == orderId).OrderBy(l => l.Id).Take(Most).ToListAsync(ct),
            Told = await EvidenceReads.ToldAsync(db, orderId, ct),
            Logins = await db.Set<Login>().Where(l => l.AccountId == order.AccountId && l.At >= since && l.At <= until).OrderBy(l => l.At).ThenBy(l => l.Id).Take(Most).ToListAsync(ct),
            Files = await EvidenceReads.FilesAsync(db, orderId, ct),
            Entries = entries,
            Private = whole ? kept : new Dictionary<long, JournalPrivate>(),
            Erased = entries.Count(entry => entry.PrivateDigest is not null && !kept.ContainsKey(entry.Position)),
            BrokenAt = BrokenAt(entries),
        };
        return chain with { CutShort = Math.Max(Math.Max(chain.Messages.Count, chain.Told.Count), Math.Max(chain.Calls.Count, chain.Logins.Count)) == Most };
    }

    // After its term what is personal is erased; that the order was there stays.
    private static OrderContent Empty(Order order) => new()
    {
        OrderId = order.OrderId,
        Amount = order.Amount,
        ReturnUrl = "",
        Account = new OrderAccount(order.AccountId, order.AccountCreatedAt, null, null, null, null, null),
        Ip = "",
    };

    /// <summary>The first entry that is not what was written, or does not follow the one before it.</summary>
    internal static long? BrokenAt(IReadOnlyList<JournalEntry> entries)
    {
        var (position, hash) = (0L, JournalEntry.Genesis);
        foreach (var entry in entries)
        {
            var fits = entry.Position == position + 1 && entry.PrevHash.AsSpan().SequenceEqual(hash) && entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash);
            if (!fits) return entry.Position;
            (position, hash) = (entry.Position, entry.Hash);
        }

        return null;
    }
}
