using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>Reads history for a replay, beside a console that goes on working: no statement stays open.</summary>
internal sealed class HistoryReader(IDbContextFactory<PagoDb> contexts, PlaceFinder places)
{
    /// <summary>When the first and the last order of a time was accepted; null if there is none.</summary>
    public async Task<(DateTimeOffset First, DateTimeOffset Last)?> ExtentAsync(DateTimeOffset after, DateTimeOffset upTo, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var orders = db.Set<Order>().AsNoTracking().Where(o => o.ReceivedAt > after && o.ReceivedAt <= upTo);
        var first = await orders.OrderBy(o => o.ReceivedAt).Select(o => (DateTimeOffset?)o.ReceivedAt).FirstOrDefaultAsync(ct);
        var last = await orders.OrderByDescending(o => o.ReceivedAt).Select(o => (DateTimeOffset?)o.ReceivedAt).FirstOrDefaultAsync(ct);
        return first is null || last is null ? null : (first.Value, last.Value);
    }

    /// <summary>The orders that were accepted in a time, in the order in which they were accepted; orders without content are passed over.</summary>
    /// <param name="after">Later than this.</param>
    /// <param name="upTo">Not later than this.</param>
    /// <param name="reputation">Whether the recorded scores of outside services are wanted.</param>
    /// <param name="ct">Ends it.</param>
    public async IAsyncEnumerable<IReadOnlyList<ReplayedOrder>> OrdersAsync(
        DateTimeOffset after, DateTimeOffset upTo, bool reputation, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var pages = new KeysetPages<StoredOrder>(
            db,
            $"""
            {Select(reputation)}
            WHERE (o.received_at, o.order_id) > (@p0, @p1) AND o.received_at <= @p2
            ORDER BY o.received_at, o.order_id LIMIT @p3
            """,
            [Ms(after) + 1, ""],
            Ms(upTo));
        await foreach (var page in pages.ReadAsync(StoredOrder.Of, row => [row.GetInt64(1), row.GetString(0)], ct))
        {
            var orders = new ReplayedOrder[page.Count];
            Parallel.For(0, page.Count, i => orders[i] = page[i].Read(places));
            yield return orders;
        }
    }

    /// <summary>One order by its place among those that were placed in a time; null where it has no content any more.</summary>
    public async Task<ReplayedOrder?> OrderAtAsync(Statements statements, DateTimeOffset from, DateTimeOffset before, int place, bool reputation, CancellationToken ct)
    {
        var command = await statements.WithAsync(
            $"""
            {Select(reputation)}
            WHERE o.order_id = (SELECT order_id FROM orders WHERE placed_at >= @p0 AND placed_at < @p1 ORDER BY placed_at, order_id LIMIT 1 OFFSET @p2)
            """,
            [Ms(from), Ms(before), place],
            ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? StoredOrder.Of(reader).Read(places) : null;
    }

    /// <summary>All logins of a time.</summary>
    public async Task<ReplayedLogins> LoginsAsync(DateTimeOffset after, DateTimeOffset upTo, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var book = new ReplayedLogins.Builder();
        var (from, to) = (Ms(after), Ms(upTo));
        var pages = new KeysetPages<bool>(db, "SELECT id, account_id, at, ip, device, success FROM logins WHERE id > @p0 ORDER BY id LIMIT @p1", [long.MinValue]);
        await foreach (var _ in pages.ReadAsync(Take, row => [row.GetInt64(0)], ct))
        {
            // each row goes straight into the book
        }

        return book.Build(places.CountryOf);

        bool Take(DbDataReader row)
        {
            var at = row.GetInt64(2);
            if (at <= from || at > to) return false;
            book.Add(row.GetString(1), at, row.GetString(3), row.GetString(4), row.GetBoolean(5));
            return true;
        }
    }

    /// <summary>All list entries and unbindings that there ever were.</summary>
    public async Task<ReplayedPeople> PeopleAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var people = new ReplayedPeople();
        var entries = new KeysetPages<bool>(
            db,
            "SELECT entry_id, effect, kind, value_hash, created_at, expires_at, removed_at FROM list_entries WHERE entry_id > @p0 ORDER BY entry_id LIMIT @p1",
            [""]);
        await foreach (var _ in entries.ReadAsync(TakeEntry, row => [row.GetString(0)], ct))
        {
            // each row goes straight to the people
        }

        var unbindings = new KeysetPages<bool>(
            db,
            """
            SELECT account_id, device_hash, at FROM device_unbindings WHERE (account_id, device_hash, at) > (@p0, @p1, @p2)
            ORDER BY account_id, device_hash, at LIMIT @p3
            """,
            ["", Array.Empty<byte>(), long.MinValue]);
        await foreach (var _ in unbindings.ReadAsync(TakeUnbinding, row => [row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2)], ct))
        {
            // likewise
        }

        return people;

        bool TakeEntry(DbDataReader row)
        {
            var match = new ListedMatch(row.GetString(0), Enum.Parse<ListEffect>(row.GetString(1)), Enum.Parse<ListedKind>(row.GetString(2)));
            people.Add(row.GetFieldValue<byte[]>(3), match, row.GetInt64(4), row.IsDBNull(5) ? null : row.GetInt64(5), row.IsDBNull(6) ? null : row.GetInt64(6));
            return true;
        }

        bool TakeUnbinding(DbDataReader row)
        {
            people.Unbind(row.GetString(0), row.GetFieldValue<byte[]>(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)));
            return true;
        }
    }

    private static string Select(bool reputation) =>
        $"""
        SELECT o.order_id, o.received_at, o.placed_at, o.first_paid_at, o.first_expired_at, o.first_refunded_at, o.fraud, o.fraud_at, c.json,
          {(reputation ? "a.facts" : "NULL")}
        FROM orders o JOIN order_contents c ON c.order_id = o.order_id {(reputation ? "LEFT JOIN assessments a ON a.order_id = o.order_id" : "")}
        """;

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    /// <summary>An order as its row has it.</summary>
    private sealed record StoredOrder(long ReceivedAt, long PlacedAt, OrderFate Fate, bool? Fraud, string Content, string? Facts)
    {
        public static StoredOrder Of(DbDataReader row)
        {
            bool? fraud = row.IsDBNull(6) ? null : row.GetBoolean(6);
            return new(
                row.GetInt64(1), row.GetInt64(2), new(At(row, 3), At(row, 4), At(row, 5), fraud == true ? At(row, 7) : null), fraud, row.GetString(8),
                row.IsDBNull(9) ? null : row.GetString(9));
        }

        public ReplayedOrder Read(PlaceFinder places)
        {
            var content = OrderContent.FromJson(Content);
            var placedAt = content.PlacedAt ?? DateTimeOffset.FromUnixTimeMilliseconds(PlacedAt);
            var subject = OrderSubject.Of(content, placedAt, DateTimeOffset.FromUnixTimeMilliseconds(ReceivedAt));
            return new(subject, new OutsideFacts(places.CountryOf(content.Ip), ScoreIn(Facts)), Fate, Fraud);
        }

        private static DeviceScore? ScoreIn(string? facts)
        {
            if (facts is null) return null;
            using var json = JsonDocument.Parse(facts);
            return json.RootElement.TryGetProperty("outside", out var outside) && outside.TryGetProperty("device", out var device)
                ? device.Deserialize<DeviceScore>(RuleSet.Json)
                : null;
        }

        private static DateTimeOffset? At(DbDataReader row, int column) =>
            row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
    }
}
