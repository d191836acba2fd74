using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>Collects the facts of an order that is being taken in: outside ones first, without a lock; then history's, inside its transaction.</summary>
internal sealed class LiveFacts(ActiveRules active, PlaceFinder places, IDeviceReputation reputation)
{
    /// <summary>Asks outside. An answer that does not come is noted and holds nothing up.</summary>
    public async Task<OutsideFacts> OutsideAsync(OrderContent content, CancellationToken ct) => new(
        places.CountryOf(content.Ip),
        active.LatestAsks("device-reputation") ? await reputation.ScoreAsync(content, ct) : null);

    /// <summary>Asks history; locks the identifiers' counters first is the caller's part.</summary>
    public async ValueTask<OrderFacts> CollectAsync(WriteScope tx, BoundRules rules, OrderSubject order, OutsideFacts outside, CancellationToken ct)
    {
        await using var history = new StoredHistory(tx.Db, places);
        return await rules.Plan.CollectAsync(history, order, outside, ct);
    }

    /// <summary>How many other accounts share the order's phone, document or address, within a year; counted to <paramref name="atMost"/>.</summary>
    public async ValueTask<int> LinkedAsync(WriteScope tx, OrderSubject order, int atMost, CancellationToken ct)
    {
        await using var history = new StoredHistory(tx.Db, places);
        return (int)await new LinkedAccountCount(TimeSpan.FromDays(365), atMost).AnswerAsync(history, order, ct);
    }
}
