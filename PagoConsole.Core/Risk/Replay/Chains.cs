using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>
/// The past orders, hung one behind the other for each identifier in the order in which the database's index has them: the last placed first,
/// among those placed at the same instant the greatest id first.
/// </summary>
internal sealed class Chains
{
    private readonly ReplayRows rows = new();
    private readonly KeyTable[] tables = [.. Enumerable.Range(0, PerKind.Count).Select(_ => new KeyTable())];
    private readonly List<string?> accounts = [];
    private long horizon = long.MinValue;

    /// <summary>How many orders are kept.</summary>
    public int Count => rows.End - rows.First;

    public ref readonly ReplayRow this[int number] => ref rows[number];

    public void Add(ReplayedOrder order)
    {
        var number = rows.Add(RowOf(order));
        ref var row = ref rows[number];
        row.Slots[PerKind.Everybody] = Hang(number, PerKind.Everybody, default);
        foreach (var (kind, key) in order.Subject.Keys) row.Slots[(int)kind] = Hang(number, (int)kind, IdentifierKey.Of(kind, key).Hash);
        var account = row.Slots[(int)IdentifierKind.Account];
        while (accounts.Count <= account) accounts.Add(null);
        accounts[account] ??= order.Subject.AccountId;
    }

    /// <summary>Drops the orders that came first, up to one that was placed at an instant or later.</summary>
    public void DropBefore(long placedAt)
    {
        horizon = Math.Max(horizon, placedAt);
        while (rows.First < rows.End && rows[rows.First].PlacedAt < placedAt)
        {
            ref var row = ref rows[rows.First];
            for (var kind = 0; kind < PerKind.Count; kind++)
            {
                // Where it is not the newest, others hold the identifier; their link to it leads to nothing from now on.
                if (row.Slots[kind] is var slot && slot == KeyTable.None || tables[kind].Head(slot) != rows.First) continue;
                tables[kind].Remove(slot);
                if (kind == (int)IdentifierKind.Account) accounts[slot] = null;
            }

            rows.DropFirst();
        }
    }

    public string AccountOf(in ReplayRow row) => accounts[row.Slots[(int)IdentifierKind.Account]]!;

    /// <summary>The identifier of a kind that an order carries.</summary>
    public IdentifierKey? KeyOf(in ReplayRow row, IdentifierKind kind) =>
        row.Slots[(int)kind] is var slot && slot != KeyTable.None ? new IdentifierKey(kind, tables[(int)kind].KeyOf(slot)) : null;

    public Walk Of(IdentifierKind kind, ReadOnlySpan<byte> key, Span span) => Of((int)kind, IdentifierKey.Of(kind, key).Hash, span);

    public Walk OfEverybody(Span span) => Of(PerKind.Everybody, default, span);

    private Walk Of(int kind, UInt128 key, Span span)
    {
        var slot = tables[kind].Find(key);
        var after = Math.Max(span.After.ToUnixTimeMilliseconds(), horizon - 1); // what lies further back may be gone in part
        return new Walk(rows, kind, slot == KeyTable.None ? KeyTable.None : tables[kind].Head(slot), after, span.UpTo.ToUnixTimeMilliseconds());
    }

    private int Hang(int number, int kind, UInt128 key)
    {
        var slot = tables[kind].Ensure(key);
        ref var link = ref tables[kind].Head(slot);
        while (rows.Has(link) && !IsBefore(rows[number], rows[link])) link = ref rows[link].Older[kind];
        rows[number].Older[kind] = rows.Has(link) ? link : KeyTable.None;
        link = number;
        return slot;
    }

    private static bool IsBefore(in ReplayRow a, in ReplayRow b) =>
        a.PlacedAt != b.PlacedAt ? a.PlacedAt > b.PlacedAt : string.CompareOrdinal(a.OrderId, b.OrderId) > 0;

    private static ReplayRow RowOf(ReplayedOrder order)
    {
        var row = new ReplayRow
        {
            OrderId = order.Subject.OrderId,
            Currency = order.Subject.Amount.Currency,
            AmountMinor = order.Subject.Amount.Minor,
            PlacedAt = order.Subject.PlacedAt.ToUnixTimeMilliseconds(),
            PaidAt = Ms(order.Fate.PaidAt),
            ExpiredAt = Ms(order.Fate.ExpiredAt),
            RefundedAt = Ms(order.Fate.RefundedAt),
            FraudAt = Ms(order.Fate.FraudAt),
        };
        for (var kind = 0; kind < PerKind.Count; kind++) (row.Slots[kind], row.Older[kind]) = (KeyTable.None, KeyTable.None);
        return row;
    }

    private static long Ms(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds() ?? ReplayRow.Never;

    /// <summary>The orders of a chain that lie in a span of time, the last placed first.</summary>
    internal struct Walk(ReplayRows rows, int kind, int start, long after, long upTo)
    {
        private int next = start;

        public int Current { get; private set; } = KeyTable.None;

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            while (rows.Has(next))
            {
                ref var row = ref rows[next];
                if (row.PlacedAt <= after) return false;
                (Current, next) = (next, row.Older[kind]);
                if (row.PlacedAt <= upTo) return true;
            }

            return false;
        }
    }
}
