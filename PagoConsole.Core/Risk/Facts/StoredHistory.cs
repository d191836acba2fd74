using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>Answers from the database as it is, for one order inside the transaction that takes it in: bounded look-ups along indexes.</summary>
internal sealed class StoredHistory(PagoDb db, PlaceFinder places) : IHistory, IAsyncDisposable
{
    private readonly Statements statements = new(db);
    private readonly PastOrders pastOrders = new(db);
    private readonly Dictionary<(IdentifierKind, Span, int), IReadOnlyList<PastOrder>> past = [];
    private readonly Dictionary<DateTimeOffset, IReadOnlyList<SeenLogin>> logins = [];

    public async ValueTask<long> OrdersAsync(IdentifierKind kind, OrderSubject order, Span span, int atMost, CancellationToken ct) => Convert.ToInt64(
        await CountAsync(
            """
            SELECT count(*) FROM (SELECT 1 FROM order_identifiers
              WHERE kind = @p0 AND value_hash = @p1 AND placed_at > @p2 AND placed_at <= @p3 LIMIT @p4) AS counted
            """,
            [kind.ToString(), order.Keys[kind], Ms(span.After), Ms(span.UpTo), atMost],
            ct),
        null);

    public async ValueTask<long> OrdersOfEverybodyAsync(OrderSubject order, Span span, int atMost, CancellationToken ct) => Convert.ToInt64(
        await CountAsync(
            "SELECT count(*) FROM (SELECT 1 FROM orders WHERE placed_at > @p0 AND placed_at <= @p1 LIMIT @p2) AS counted",
            [Ms(span.After), Ms(span.UpTo), atMost],
            ct),
        null);

    public ValueTask AccountsAsync(IdentifierKind kind, byte[] key, OrderSubject order, Span span, ISet<string> into, CancellationToken ct) => EachAsync(
        $"""
        SELECT DISTINCT account_id FROM (SELECT account_id FROM order_identifiers
          WHERE kind = @p0 AND value_hash = @p1 AND placed_at > @p2 AND placed_at <= @p3
          ORDER BY placed_at DESC, order_id DESC LIMIT {Bounds.Rows}) AS latest
        """,
        [kind.ToString(), key, Ms(span.After), Ms(span.UpTo)],
        row => into.Add(row.GetString(0)),
        ct);

    public ValueTask LoginAccountsAsync(string device, OrderSubject order, Span span, ISet<string> into, CancellationToken ct) => EachAsync(
        $"""
        SELECT DISTINCT account_id FROM (SELECT account_id FROM logins
          WHERE device = @p0 AND at > @p1 AND at <= @p2 AND success = @p3 ORDER BY at DESC LIMIT {Bounds.Rows}) AS latest
        """,
        [device, Ms(span.After), Ms(span.UpTo), true],
        row => into.Add(row.GetString(0)),
        ct);

    public async ValueTask<IReadOnlyList<IdentifierKey>> LinksOfAsync(string accountId, OrderSubject order, Span span, CancellationToken ct)
    {
        var keys = new List<IdentifierKey>();
        await EachAsync(
            $"""
            SELECT DISTINCT i.kind, i.value_hash FROM (SELECT order_id FROM order_identifiers
              WHERE kind = 'Account' AND value_hash = @p0 AND placed_at > @p1 AND placed_at <= @p2
              ORDER BY placed_at DESC, order_id DESC LIMIT {Bounds.OrdersOfAccount}) AS latest
            JOIN order_identifiers i ON i.order_id = latest.order_id WHERE i.kind IN ('Phone', 'Document', 'Address')
            """,
            [OrderIdentifier.HashOf(IdentifierKind.Account, accountId), Ms(span.After), Ms(span.UpTo)],
            row => keys.Add(IdentifierKey.Of(Enum.Parse<IdentifierKind>(row.GetString(0)), row.GetFieldValue<byte[]>(1))),
            ct);
        return [.. keys.OrderBy(k => k.Kind).ThenBy(k => k.Hash)];
    }

    public async ValueTask<IReadOnlyList<PastOrder>> PastAsync(IdentifierKind kind, OrderSubject order, Span span, int last, CancellationToken ct)
    {
        if (past.TryGetValue((kind, span, last), out var known)) return known;
        var ids = new List<string>();
        await EachAsync(
            """
            SELECT order_id FROM order_identifiers WHERE kind = @p0 AND value_hash = @p1 AND placed_at > @p2 AND placed_at <= @p3
            ORDER BY placed_at DESC, order_id DESC LIMIT @p4
            """,
            [kind.ToString(), order.Keys[kind], Ms(span.After), Ms(span.UpTo), last],
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
            [order.AccountId, Ms(span.After), Ms(span.UpTo)],
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

    public async ValueTask DisposeAsync()
    {
        await statements.DisposeAsync();
        await pastOrders.DisposeAsync();
    }

    private async ValueTask<object?> CountAsync(string sql, IReadOnlyList<object?> values, CancellationToken ct) =>
        await (await statements.WithAsync(sql, values, ct)).ExecuteScalarAsync(ct);

    private async ValueTask EachAsync(string sql, IReadOnlyList<object?> values, Action<DbDataReader> take, CancellationToken ct)
    {
        var command = await statements.WithAsync(sql, values, ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) take(reader);
    }
}
