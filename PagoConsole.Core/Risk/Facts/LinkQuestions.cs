using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>How many other accounts share the order's phone, document or shipping address.</summary>
/// <param name="Window">The time before the order.</param>
/// <param name="AtMost">Counting stops here.</param>
public sealed record LinkedAccountCount(TimeSpan Window, int AtMost) : Question<long>
{
    /// <inheritdoc/>
    public override string Key => $"accounts sharing phone, document or address in {Window}, at most {AtMost}";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Window;

    internal override async ValueTask<long> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct) =>
        Math.Min(AtMost, (await DirectAsync(history, order, Span.Before(order, Window), ct)).Count);

    internal static async ValueTask<HashSet<string>> DirectAsync(IHistory history, OrderSubject order, Span span, CancellationToken ct)
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in Ring.Links.Where(order.Has)) await history.AccountsAsync(kind, order.Keys[kind], order, span, others, ct);
        others.Remove(order.AccountId);
        return others;
    }
}

/// <summary>How many accounts hang together with this one through phones, documents and shipping addresses, this one included.</summary>
/// <param name="Window">The time before the order.</param>
/// <param name="AtMost">The walk stops here.</param>
public sealed record RingSize(TimeSpan Window, int AtMost) : Question<long>
{
    /// <inheritdoc/>
    public override string Key => $"ring of accounts in {Window}, at most {AtMost}";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Window;

    internal override async ValueTask<long> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct) =>
        Math.Min(AtMost, (await Ring.WalkAsync(history, order, Span.Before(order, Window), AtMost, ct)).Count);
}

/// <summary>The walk from account to account along shared identifiers, breadth first and bounded.</summary>
internal static class Ring
{
    public static readonly IdentifierKind[] Links = [IdentifierKind.Phone, IdentifierKind.Document, IdentifierKind.Address];

    public static async ValueTask<IReadOnlySet<string>> WalkAsync(IHistory history, OrderSubject order, Span span, int atMost, CancellationToken ct)
    {
        var ring = new HashSet<string>(StringComparer.Ordinal) { order.AccountId };
        var seen = new HashSet<IdentifierKey>();
        var waiting = new Queue<string>();
        var keys = Links.Where(order.Has).Select(kind => IdentifierKey.Of(kind, order.Keys[kind]))
            .Concat(await history.LinksOfAsync(order.AccountId, order, span, ct));
        for (var visits = 0; ring.Count < atMost; visits++)
        {
            foreach (var key in keys.Where(seen.Add))
            {
                var found = new HashSet<string>(StringComparer.Ordinal);
                await history.AccountsAsync(key.Kind, key.Bytes(), order, span, found, ct);
                foreach (var account in found.Order(StringComparer.Ordinal).Where(ring.Add)) waiting.Enqueue(account);
            }

            if (visits >= Bounds.RingAccounts || !waiting.TryDequeue(out var next)) break;
            keys = await history.LinksOfAsync(next, order, span, ct);
        }

        return ring;
    }
}
