using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review.Links;

/// <summary>An account that used an identifier, as the index of identifiers has it.</summary>
/// <param name="Key">The identifier.</param>
/// <param name="AccountId">Who used it.</param>
/// <param name="Orders">In how many of the orders that were looked at.</param>
/// <param name="OrderId">One of them.</param>
internal readonly record struct Use(IdentifierKey Key, string AccountId, int Orders, string OrderId);

/// <summary>What became of the latest orders of an account.</summary>
internal readonly record struct Fates(int Orders, int Paid, int Fraud, int Rejected);

/// <summary>
/// Look-ups for many accounts or identifiers in one statement: for each its latest orders along the index, never more than a bound, put
/// together with UNION ALL. CROSS JOIN has SQLite begin with those, whatever it knows of the tables.
/// </summary>
internal sealed class LinkReads(PagoDb db, DateTimeOffset after)
{
    private static readonly string Kinds = string.Join(", ", LinkBounds.Kinds.Select(kind => $"'{kind}'"));

    /// <summary>Who used these identifiers.</summary>
    public Task<List<Use>> UsersAsync(IReadOnlyCollection<IdentifierKey> keys, CancellationToken ct) => ReadAsync(
        keys,
        LinkBounds.OrdersEach,
        latest => $"""
            SELECT kind, value_hash, account_id, count(*), max(order_id) FROM ({latest}) AS latest
            GROUP BY kind, value_hash, account_id
            """,
        UseOf,
        ct);

    /// <summary>What identifiers these accounts used.</summary>
    public Task<List<Use>> UsedByAsync(IEnumerable<string> accounts, CancellationToken ct) => ReadAsync(
        KeysOf(accounts),
        LinkBounds.OrdersForIdentifiers,
        latest => $"""
            SELECT i.kind, i.value_hash, i.account_id, count(*), max(i.order_id) FROM ({latest}) AS latest
            CROSS JOIN order_identifiers i WHERE i.order_id = latest.order_id AND i.kind IN ({Kinds})
            GROUP BY i.kind, i.value_hash, i.account_id
            """,
        UseOf,
        ct);

    /// <summary>What became of the orders of these accounts.</summary>
    public async Task<Dictionary<string, Fates>> FatesAsync(IEnumerable<string> accounts, CancellationToken ct) => (await ReadAsync(
        KeysOf(accounts),
        LinkBounds.OrdersEach,
        latest => $"""
            SELECT o.account_id, count(*), sum(CASE WHEN o.first_paid_at IS NULL THEN 0 ELSE 1 END),
              sum(CASE WHEN o.fraud THEN 1 ELSE 0 END), sum(CASE WHEN o.status = 'Rejected' THEN 1 ELSE 0 END)
            FROM ({latest}) AS latest CROSS JOIN orders o WHERE o.order_id = latest.order_id GROUP BY o.account_id
            """,
        row => (Account: row.GetString(0), Fates: new Fates(Count(row, 1), Count(row, 2), Count(row, 3), Count(row, 4))),
        ct)).ToDictionary(read => read.Account, read => read.Fates, StringComparer.Ordinal);

    private static IdentifierKey[] KeysOf(IEnumerable<string> accounts) =>
        [.. accounts.Select(account => IdentifierKey.Of(IdentifierKind.Account, OrderIdentifier.HashOf(IdentifierKind.Account, account)))];

    private static Use UseOf(DbDataReader row) => new(
        IdentifierKey.Of(Enum.Parse<IdentifierKind>(row.GetString(0)), row.GetFieldValue<byte[]>(1)), row.GetString(2), Count(row, 3), row.GetString(4));

    private static int Count(DbDataReader row, int column) => (int)row.GetInt64(column);

    private async Task<List<T>> ReadAsync<T>(
        IReadOnlyCollection<IdentifierKey> keys, int each, Func<string, string> around, Func<DbDataReader, T> read, CancellationToken ct)
    {
        var found = new List<T>();
        if (keys.Count == 0) return found;
        object?[] values = [after.ToUnixTimeMilliseconds(), .. keys.SelectMany(key => new object?[] { key.Kind.ToString(), key.Bytes() })];
        await using var command = await db.CommandAsync(around(string.Join("\nUNION ALL ", Enumerable.Range(0, keys.Count).Select(n => Latest(n, each)))), values, ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add(read(reader));
        return found;
    }

    private static string Latest(int n, int each) =>
        $"""
        SELECT * FROM (SELECT kind, value_hash, account_id, order_id FROM order_identifiers
          WHERE kind = @p{(2 * n) + 1} AND value_hash = @p{(2 * n) + 2} AND placed_at > @p0
          ORDER BY placed_at DESC, order_id DESC LIMIT {each}) AS k{n}
        """;
}
