using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>Writes into the journal from inside a transaction.</summary>
public static class JournalWriting
{
    /// <summary>Records that something happened; it is appended to its stream just before the commit.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="stream">What it happened to.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="data">Details without personal data.</param>
    /// <param name="orderId">The order it is about.</param>
    /// <param name="personal">Details with personal data, kept apart.</param>
    public static void Journal(
        this WriteScope tx, string stream, string kind, Actor by, object? data = null, string? orderId = null, object? personal = null) =>
        tx.Part<JournalPart>().Add(stream, kind, by.Signature, data, orderId, personal);
}

/// <summary>What one transaction appends to the journal: the streams' heads are locked in name order, then all entries go in with one statement.</summary>
internal sealed class JournalPart : IWritePart
{
    private static readonly RowShape Shape = new(
        "journal",
        ("at", ColumnKind.Number), ("stream", ColumnKind.Text), ("position", ColumnKind.Number), ("kind", ColumnKind.Text), ("order_id", ColumnKind.Text),
        ("actor", ColumnKind.Text), ("data", ColumnKind.Text), ("private_digest", ColumnKind.Bytes), ("prev_hash", ColumnKind.Bytes), ("hash", ColumnKind.Bytes));

    private const int RowsAtOnce = 60; // SQLite binds at most 999 values by the oldest of its limits

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly List<Waiting> waiting = [];

    public void Add(string stream, string kind, string actor, object? data, string? orderId, object? personal) =>
        waiting.Add(new Waiting(stream, kind, actor, Text(data) ?? "{}", orderId, Text(personal)));

    public async Task FlushAsync(WriteScope tx, CancellationToken ct)
    {
        if (waiting.Count == 0) return;
        var heads = await LockHeadsAsync(tx, ct);
        var entries = new List<JournalEntry>(waiting.Count);
        foreach (var item in waiting)
        {
            var salt = item.Personal is null ? null : RandomNumberGenerator.GetBytes(16);
            var (position, head) = heads[item.Stream];
            var entry = Chain(item, position + 1, head, salt, tx.Now);
            heads[item.Stream] = (entry.Position, entry.Hash);
            entries.Add(entry);
            if (salt is not null) await KeepPersonalAsync(tx.Db, entry, salt, item.Personal!, ct);
        }

        // Nobody else can have taken a position: the heads are locked.
        if (await tx.Dialect.InsertAsync(tx.Db, Shape, entries.ConvertAll(Columns), ct) != entries.Count) throw new InvalidOperationException("A position in the journal is taken.");
        foreach (var chunk in heads.Chunk(RowsAtOnce)) await SaveHeadsAsync(tx.Db, chunk, ct);
        tx.Ring(JournalTail.Bell);
    }

    private static JournalEntry Chain(Waiting item, long position, byte[] head, byte[]? salt, DateTimeOffset now)
    {
        JournalEntry Make(byte[] hash) => new()
        {
            At = now,
            Stream = item.Stream,
            Position = position,
            Kind = item.Kind,
            OrderId = item.OrderId,
            Actor = item.Actor,
            Data = item.Data,
            PrivateDigest = salt is null ? null : JournalPrivate.DigestOf(salt, item.Personal!),
            PrevHash = head,
            Hash = hash,
        };
        return Make(Make([]).ComputeHash());
    }

    private async Task<Dictionary<string, (long Position, byte[] Hash)>> LockHeadsAsync(WriteScope tx, CancellationToken ct)
    {
        var streams = waiting.Select(w => w.Stream).Distinct().Order(StringComparer.Ordinal).ToList();
        var heads = new Dictionary<string, (long, byte[])>();
        foreach (var chunk in streams.Chunk(RowsAtOnce))
        {
            var empty = chunk.SelectMany(stream => new object?[] { stream, 0L, JournalEntry.Genesis }).ToList();
            await tx.Db.ExecuteAsync(
                $"INSERT INTO journal_streams (stream, position, head_hash) VALUES {Sql.Rows(chunk.Length, 3)} ON CONFLICT (stream) DO NOTHING", empty, ct);
            await tx.Db.EachAsync(
                $"SELECT stream, position, head_hash FROM journal_streams WHERE stream IN ({Sql.Marks(0, chunk.Length)}) ORDER BY stream{tx.Dialect.ForUpdate}",
                chunk,
                row => heads[row.GetString(0)] = (row.GetInt64(1), row.GetFieldValue<byte[]>(2)),
                ct);
        }

        return heads;
    }

    private static object?[] Columns(JournalEntry e) =>
        [e.At.ToUnixTimeMilliseconds(), e.Stream, e.Position, e.Kind, e.OrderId, e.Actor, e.Data, e.PrivateDigest, e.PrevHash, e.Hash];

    private static Task SaveHeadsAsync(PagoDb db, KeyValuePair<string, (long Position, byte[] Hash)>[] heads, CancellationToken ct) =>
        db.ExecuteAsync(
            $"INSERT INTO journal_streams (stream, position, head_hash) VALUES {Sql.Rows(heads.Length, 3)} "
            + "ON CONFLICT (stream) DO UPDATE SET position = excluded.position, head_hash = excluded.head_hash",
            [.. heads.SelectMany(h => new object?[] { h.Key, h.Value.Position, h.Value.Hash })],
            ct);

    private static Task KeepPersonalAsync(PagoDb db, JournalEntry entry, byte[] salt, string text, CancellationToken ct) =>
        db.ExecuteAsync(
            "INSERT INTO journal_private (stream, position, salt, text) VALUES (@p0, @p1, @p2, @p3)", [entry.Stream, entry.Position, salt, text], ct);

    private static string? Text(object? data) => data is null ? null : JsonSerializer.Serialize(data, Json);

    private sealed record Waiting(string Stream, string Kind, string Actor, string Data, string? OrderId, string? Personal);
}
