using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>
/// Answers from the database as it is, for one order: bounded look-ups along indexes. Inside the transaction that takes the order in, all that is
/// there came before it; of a past order (<see cref="AsOf"/>) only what had been accepted before it is looked at.
/// </summary>
internal sealed class StoredHistory : IHistory, IAsyncDisposable
{
    private readonly PlaceFinder places;
    private readonly Statements statements;
    private readonly PastOrders pastOrders;
    private readonly bool asOf;
    private readonly Dictionary<(IdentifierKind, Span, int), IReadOnlyList<PastOrder>> past = [];
    private readonly Dictionary<DateTimeOffset, IReadOnlyList<SeenLogin>> logins = [];

    public StoredHistory(PagoDb db, PlaceFinder places)
        : this(places, new Statements(db), asOf: false)
    {
    }

    private StoredHistory(PlaceFinder places, Statements statements, bool asOf)
    {
        (this.places, this.statements, this.asOf) = (places, statements, asOf);
        pastOrders = new PastOrders(statements);
    }

    /// <summary>For one past order, as a replay would answer it. The statements serve many orders and belong to the caller.</summary>
    public static StoredHistory AsOf(PlaceFinder places, Statements statements) => new(places, statements, asOf: true);

    public async ValueTask<long> OrdersAsync(IdentifierKind kind, OrderSubject order, Span span, int atMost, CancellationToken ct) => Convert.ToInt64(
        await CountAsync(
            $"""
            SELECT count(*) FROM (SELECT 1 FROM order_identifiers
              WHERE kind = @p0 AND value_hash = @p1 AND placed_at > @p2 AND placed_at <= @p3{Earlier(5)} LIMIT @p4) AS counted
            """,
            [kind.ToString(), order.Keys[kind], Ms(span.After), Ms(span.UpTo), atMost, .. Than(order)],
            ct),
        null);

    public async ValueTask<long> OrdersOfEverybodyAsync(OrderSubject order, Span span, int atMost, CancellationToken ct) => Convert.ToInt64(
        await CountAsync(
            $"""
            SELECT count(*) FROM (SELECT 1 FROM orders
              WHERE placed_at > @p0 AND placed_at <= @p1{(asOf ? " AND (received_at, order_id) < (@p3, @p4)" : "")} LIMIT @p2) AS counted
            """,
            [Ms(span.After), Ms(span.UpTo), atMost, .. Than(order)],
            ct),
        null);

    public ValueTask AccountsAsync(IdentifierKind kind, byte[] key, OrderSubject order, Span span, ISet<string> into, CancellationToken ct) => EachAsync(
        $"""
        SELECT DISTINCT account_id FROM (SELECT account_id FROM order_identifiers
          WHERE kind = @p0 AND value_hash = @p1 AND placed_at > @p2 AND placed_at <= @p3{Earlier(4)}
          ORDER BY placed_at DESC, order_id DESC LIMIT {Bounds.Rows}) AS latest
        """,
        [kind.ToString(), key, Ms(span.After), Ms(span.UpTo), .. Than(order)],
        row => into.Add(row.GetString(0)),
        ct);

    public ValueTask LoginAccountsAsync(string device, OrderSubject order, Span span, ISet<string> into, CancellationToken ct) => EachAsync(
        $"""
        SELECT DISTINCT account_id FROM (SELECT account_id FROM logins
          WHERE device = @p0 AND at > @p1 AND at <= @p2 AND success = @p3 ORDER BY at DESC LIMIT {Bounds.Rows}) AS latest
        """,
        [device, Ms(span.After), KnownUpTo(order, span), true],
        row => into.Add(row.GetString(0)),
        ct);

    public async ValueTask<IReadOnlyList<IdentifierKey>> LinksOfAsync(string accountId, OrderSubject order, Span span, CancellationToken ct)
    {
        var keys = new List<IdentifierKey>();

        // CROSS JOIN has SQLite begin with the few latest orders; left to choose, and without statistics, it began with all phones, documents and addresses there are.
        await EachAsync(
            $"""
            SELECT DISTINCT i.kind, i.value_hash FROM (SELECT order_id FROM order_identifiers
              WHERE kind = 'Account' AND value_hash = @p0 AND placed_at > @p1 AND placed_at <= @p2{Earlier(3)}
              ORDER BY placed_at DESC, order_id DESC LIMIT {Bounds.OrdersOfAccount}) AS latest
            CROSS JOIN order_identifiers i WHERE i.order_id = latest.order_id AND i.kind IN ('Phone', 'Document', 'Address')
            """,
            [OrderIdentifier.HashOf(IdentifierKind.Account, accountId), Ms(span.After), Ms(span.UpTo), .. Than(order)],
            row => keys.Add(IdentifierKey.Of(Enum.Parse<IdentifierKind>(row.GetString(0)), row.GetFieldValue<byte[]>(1))),
            ct);
        return [.. keys.OrderBy(k => k.Kind).ThenBy(k => k.Hash)];
    }

    public async ValueTask<IReadOnlyList<PastOrder>> PastAsync(IdentifierKind kind, OrderSubject order, Span span, int last, CancellationToken ct)
    {
        if (past.TryGetValue((kind, span, last), out var known)) return known;
        var ids = new List<string>();
        await EachAsync(
            $"""
            SELECT order_id FROM order_identifiers WHERE kind = @p0 AND value_hash = @p1 AND placed_at > @p2 AND placed_at <= @p3{Earlier(5)}
            ORDER BY placed_at DESC, order_id DESC LIMIT @p4
            """,
            [kind.ToString(), order.Keys[kind], Ms(span.After), Ms(span.UpTo), last, .. Than(order)],
            row => ids.Add(row.GetString(0)),
            ct);
        var found = await pastOrders.ReadAsync(ids, order.SeenAt, ct);

        // Only the account's own orders are asked for their devices, so only there the device is looked up.
        return past[(kind, span, last)] = kind == IdentifierKind.Account ? await pastOrders.WithDevicesAsync(found, ct) : found;
    }

    public async ValueTask<IReadOnlyDictionary<IdentifierKey, DateTimeOffset>> UnbindingsAsync(OrderSubject order, CancellationToken ct)
    {
        var unbound = new Dictionary<IdentifierKey, DateTimeOffset>();
        await EachAsync(
            "SELECT device_hash, max(at) FROM device_unbindings WHERE account_id = @p0 AND at <= @p1 GROUP BY device_hash",
            [order.AccountId, Ms(order.SeenAt)],
            row => unbound[IdentifierKey.Of(IdentifierKind.Device, row.GetFieldValue<byte[]>(0))] = At(row, 1)!.Value,
            ct);
        return unbound;
    }

    public async ValueTask<IReadOnlyList<SeenLogin>> LoginsAsync(OrderSubject order, Span span, CancellationToken ct)
    {
        if (logins.TryGetValue(span.After, out var known)) return known;
        var found = new List<SeenLogin>();
        await EachAsync(
            $"""
            SELECT at, ip, device, success FROM logins WHERE account_id = @p0 AND at > @p1 AND at <= @p2
            ORDER BY at DESC, ip DESC, device DESC, success DESC LIMIT {Bounds.Logins}
            """,
            [order.AccountId, Ms(span.After), KnownUpTo(order, span)],
            row => found.Add(new(At(row, 0)!.Value, row.GetString(1), places.CountryOf(row.GetString(1)), row.GetString(2), row.GetBoolean(3))),
            ct);
        found.Reverse();
        return logins[span.After] = found;
    }

    public async ValueTask<IReadOnlyList<ListedMatch>> ListsAsync(OrderSubject order, CancellationToken ct)
    {
        var keys = ListKeys.Of(order);
        var found = new List<ListedMatch>();
        await EachAsync(
            $"""
            SELECT entry_id, effect, kind FROM list_entries
            WHERE value_hash IN ({Sql.Marks(1, keys.Count)}) AND created_at <= @p0
              AND (expires_at IS NULL OR expires_at > @p0) AND (removed_at IS NULL OR removed_at > @p0)
            ORDER BY entry_id LIMIT {Bounds.Rows}
            """,
            [Ms(order.SeenAt), .. keys],
            row => found.Add(new(row.GetString(0), Enum.Parse<ListEffect>(row.GetString(1)), Enum.Parse<ListedKind>(row.GetString(2)))),
            ct);
        return found;
    }

    private static DateTimeOffset? At(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public ValueTask DisposeAsync() => asOf ? default : statements.DisposeAsync();

    // A login is told when it happens: of what lies later than a past order's acceptance nobody knew.
    private long KnownUpTo(OrderSubject order, Span span) => asOf ? Math.Min(Ms(span.UpTo), Ms(order.SeenAt)) : Ms(span.UpTo);

    /// <summary>Leaves out what was accepted with or after a past order. A plain look-up for each row: the planner must not make a join of it.</summary>
    private string Earlier(int first) => asOf
        ? $" AND (SELECT (o.received_at, o.order_id) < (@p{first}, @p{first + 1}) FROM orders o WHERE o.order_id = order_identifiers.order_id)"
        : "";

    private object[] Than(OrderSubject order) => asOf ? [Ms(order.SeenAt), order.OrderId] : [];

    private async ValueTask<object?> CountAsync(string sql, IReadOnlyList<object?> values, CancellationToken ct) =>
        await (await statements.WithAsync(sql, values, ct)).ExecuteScalarAsync(ct);

    private async ValueTask EachAsync(string sql, IReadOnlyList<object?> values, Action<DbDataReader> take, CancellationToken ct)
    {
        var command = await statements.WithAsync(sql, values, ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) take(reader);
    }
}
