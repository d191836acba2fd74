using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Logins;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>
/// History in memory, replayed order by order as it was accepted: an order is asked for before it is added. Answers exactly what
/// <see cref="StoredHistory"/> answered at that instant, and drops what lies further back than anybody looks.
/// </summary>
/// <param name="looksBack">The longest time that any question looks back.</param>
/// <param name="logins">All logins of that time.</param>
/// <param name="people">What people said by hand.</param>
internal sealed class ReplayedHistory(TimeSpan looksBack, ReplayedLogins logins, ReplayedPeople people) : IHistory
{
    /// <summary>An order may be told this much later than it was placed and still finds all that its questions look back to.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(7);

    private readonly Chains chains = new();
    private readonly Dictionary<(IdentifierKind, Span, int), IReadOnlyList<PastOrder>> past = [];
    private OrderSubject? current;

    /// <summary>How many orders are held in memory.</summary>
    public int Held => chains.Count;

    /// <summary>Adds an order; the next ones find it.</summary>
    public void Add(ReplayedOrder order)
    {
        chains.DropBefore((order.Subject.SeenAt - looksBack - Late).ToUnixTimeMilliseconds());
        chains.Add(order);
    }

    public ValueTask<long> OrdersAsync(IdentifierKind kind, OrderSubject order, Span span, int atMost, CancellationToken ct) =>
        new(Count(chains.Of(kind, order.Keys[kind], span), atMost));

    public ValueTask<long> OrdersOfEverybodyAsync(OrderSubject order, Span span, int atMost, CancellationToken ct) =>
        new(Count(chains.OfEverybody(span), atMost));

    public ValueTask AccountsAsync(IdentifierKind kind, byte[] key, OrderSubject order, Span span, ISet<string> into, CancellationToken ct)
    {
        var rows = 0;
        foreach (var number in chains.Of(kind, key, span))
        {
            into.Add(chains.AccountOf(chains[number]));
            if (++rows == Bounds.Rows) break;
        }

        return default;
    }

    public ValueTask LoginAccountsAsync(string device, OrderSubject order, Span span, ISet<string> into, CancellationToken ct)
    {
        logins.AccountsOn(device, Ms(span.After), KnownUpTo(order, span), Bounds.Rows, into);
        return default;
    }

    public ValueTask<IReadOnlyList<IdentifierKey>> LinksOfAsync(string accountId, OrderSubject order, Span span, CancellationToken ct)
    {
        var keys = new HashSet<IdentifierKey>();
        var rows = 0;
        foreach (var number in chains.Of(IdentifierKind.Account, OrderIdentifier.HashOf(IdentifierKind.Account, accountId), span))
        {
            foreach (var kind in Ring.Links)
                if (chains.KeyOf(chains[number], kind) is { } key) keys.Add(key);
            if (++rows == Bounds.OrdersOfAccount) break;
        }

        return new([.. keys.OrderBy(k => k.Kind).ThenBy(k => k.Hash)]);
    }

    public ValueTask<IReadOnlyList<PastOrder>> PastAsync(IdentifierKind kind, OrderSubject order, Span span, int last, CancellationToken ct)
    {
        if (!ReferenceEquals(order, current)) past.Clear();
        current = order;
        if (past.TryGetValue((kind, span, last), out var known)) return new(known);
        var found = new List<PastOrder>();
        var seenAt = Ms(order.SeenAt);
        foreach (var number in chains.Of(kind, order.Keys[kind], span))
        {
            found.Add(PastOf(chains[number], seenAt));
            if (found.Count == last) break;
        }

        return new(past[(kind, span, last)] = found);
    }

    public ValueTask<IReadOnlyDictionary<IdentifierKey, DateTimeOffset>> UnbindingsAsync(OrderSubject order, CancellationToken ct) =>
        new(people.UnboundFrom(order.AccountId, order.SeenAt));

    public ValueTask<IReadOnlyList<SeenLogin>> LoginsAsync(OrderSubject order, Span span, CancellationToken ct) =>
        new(logins.OfAccount(order.AccountId, Ms(span.After), KnownUpTo(order, span), Bounds.Logins));

    public ValueTask<IReadOnlyList<ListedMatch>> ListsAsync(OrderSubject order, CancellationToken ct) => new(people.ListsFor(order));

    private static long Count(Chains.Walk walk, int atMost)
    {
        var count = 0L;
        while (count < atMost && walk.MoveNext()) count++;
        return count;
    }

    private PastOrder PastOf(in ReplayRow row, long seenAt) => new(
        row.OrderId,
        new Money(row.AmountMinor, row.Currency),
        DateTimeOffset.FromUnixTimeMilliseconds(row.PlacedAt),
        chains.KeyOf(row, IdentifierKind.Device),
        Known(row.PaidAt, seenAt),
        Known(row.ExpiredAt, seenAt),
        Known(row.RefundedAt, seenAt),
        Known(row.FraudAt, seenAt));

    private static DateTimeOffset? Known(long at, long seenAt) => at <= seenAt ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    // A login is told when it happens, so what lies later than the order's acceptance was not there.
    private static long KnownUpTo(OrderSubject order, Span span) => Math.Min(Ms(span.UpTo), Ms(order.SeenAt));

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
