using System.Data.Common;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>One entry as it lies in the database; used again for the next page.</summary>
internal sealed class JournalRow
{
    public long Seq { get; private set; }

    public long At { get; private set; }

    public string Stream { get; private set; } = "";

    public long Position { get; private set; }

    public string Kind { get; private set; } = "";

    public string? OrderId { get; private set; }

    public string Actor { get; private set; } = "";

    public string Data { get; private set; } = "";

    public Digest PrivateDigest { get; } = new();

    public Digest PrevHash { get; } = new();

    public Digest Hash { get; } = new();

    public void Read(DbDataReader row)
    {
        (Seq, At, Stream, Position, Kind) = (row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3), row.GetString(4));
        OrderId = row.IsDBNull(5) ? null : row.GetString(5);
        (Actor, Data) = (row.GetString(6), row.GetString(7));
        PrivateDigest.Read(row, 8);
        PrevHash.Read(row, 9);
        Hash.Read(row, 10);
    }

    /// <summary>Whether what it says fits its hash.</summary>
    public bool Fits(Span<byte> scratch)
    {
        JournalHash.Compute(PrevHash.Bytes, Stream, Position, At, Kind, OrderId, Actor, Data, PrivateDigest.Bytes, scratch);
        return Hash.Bytes.SequenceEqual(scratch);
    }
}

/// <summary>Bytes of a column that should be a hash.</summary>
internal sealed class Digest
{
    private byte[] bytes = [];

    public bool IsEmpty => bytes.Length == 0;

    public ReadOnlySpan<byte> Bytes => bytes;

    // Not GetBytes: SQLite's driver opens a handle of its own for it, which costs more than all else of a row.
    public void Read(DbDataReader row, int column) => bytes = row.IsDBNull(column) ? [] : row.GetFieldValue<byte[]>(column);
}

/// <summary>A private part, as it lies in the database.</summary>
internal readonly record struct PrivateRow(string Stream, long Position, byte[] Salt, string Text);

/// <summary>A page of the journal in the order of its streams, with the private parts that lie in the same stretch.</summary>
internal sealed class JournalPage
{
    public const int Size = 4000;

    private const string Columns = "seq, at, stream, position, kind, order_id, actor, data, private_digest, prev_hash, hash";
    private readonly List<JournalRow> rows = new(Size);

    public int Count { get; private set; }

    public List<PrivateRow> Private { get; } = [];

    public JournalRow this[int index] => rows[index];

    /// <summary>Reads on from a place; <paramref name="upTo"/> is the last stream wanted, null for no end.</summary>
    public async Task ReadAsync(PagoDb db, (string Stream, long Position) after, string? upTo, CancellationToken ct)
    {
        Count = 0;
        Private.Clear();
        var end = upTo is null ? "" : " AND stream <= @p2";
        object?[] values = upTo is null ? [after.Stream, after.Position] : [after.Stream, after.Position, upTo];
        await db.EachAsync(
            $"SELECT {Columns} FROM journal WHERE (stream, position) > (@p0, @p1){end} ORDER BY stream, position LIMIT {Size}", values, Take, ct);

        // What lies between the first and the last of them, or to the end of the stretch where it was the last page.
        var whole = Count < Size;
        var last = whole ? "" : " AND (stream, position) <= (@p2, @p3)";
        if (whole) last = end;
        if (!whole) values = [after.Stream, after.Position, this[Count - 1].Stream, this[Count - 1].Position];
        await db.EachAsync(
            $"SELECT stream, position, salt, text FROM journal_private WHERE (stream, position) > (@p0, @p1){last} ORDER BY stream, position",
            values,
            row => Private.Add(new PrivateRow(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetString(3))),
            ct);
    }

    private void Take(DbDataReader row)
    {
        if (Count == rows.Count) rows.Add(new JournalRow());
        rows[Count++].Read(row);
    }
}
