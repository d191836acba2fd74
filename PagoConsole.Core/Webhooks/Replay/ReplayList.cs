using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Webhooks.Replay;

/// <summary>Which deliveries were replayed, and which still need it.</summary>
public sealed class ReplayList
{
    private const int PageSize = 500;

    private readonly IDbContextFactory<PagoDb> contexts;

    internal ReplayList(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>The verdicts whose deliveries can be replayed all at once: those that somebody must look at.</summary>
    public static IReadOnlyList<DeliveryVerdict> Offered { get; } = [DeliveryVerdict.Parked, DeliveryVerdict.UnknownPayment];

    /// <summary>The replays of a delivery, oldest first.</summary>
    public async Task<Result<IReadOnlyList<ReceiptReplay>>> OfAsync(EventLine delivery, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeEvents)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ReceiptReplay>().AsNoTracking().Where(r => r.ReceiptId == delivery.ReceiptId).OrderBy(r => r.ReplayId).ToListAsync(ct);
    }

    /// <summary>Deliveries with one of these verdicts that no replay has settled, oldest first; the newest <paramref name="most"/> of them.</summary>
    public async Task<IReadOnlyList<EventLine>> OpenAsync(IReadOnlyCollection<DeliveryVerdict> verdicts, int most, CancellationToken ct)
    {
        var kinds = verdicts.Intersect(Offered).Select(WebhookEvents.KindOf).ToList();
        var open = new Dictionary<long, EventLine>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        for (long? before = null; open.Count < most;)
        {
            var page = await db.Set<JournalEntry>().AsNoTracking().Where(e => kinds.Contains(e.Kind) && (before == null || e.Seq < before))
                .OrderByDescending(e => e.Seq).Take(PageSize).ToListAsync(ct);
            await AddOpenAsync(db, open, [.. page.Select(EventLine.Of).OfType<EventLine>().Where(line => line.ReceiptId is not null)], ct);
            if (page.Count < PageSize) break;
            before = page[^1].Seq;
        }

        return [.. open.Values.Take(most).OrderBy(line => line.ReceiptId)];
    }

    private static async Task AddOpenAsync(PagoDb db, Dictionary<long, EventLine> open, List<EventLine> lines, CancellationToken ct)
    {
        var ids = lines.Select(line => line.ReceiptId!.Value).ToList();
        var settled = await db.Set<ReceiptReplay>().Where(r => ids.Contains(r.ReceiptId) && !Offered.Contains(r.Verdict))
            .Select(r => r.ReceiptId).ToListAsync(ct);
        foreach (var line in lines.ExceptBy(settled, line => line.ReceiptId!.Value)) open.TryAdd(line.ReceiptId!.Value, line);
    }
}
