using Npgsql;
using NpgsqlTypes;

namespace PagoConsole.Core.Storage;

/// <summary>What a column of <see cref="RowShape"/> holds.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Flag,
    Bytes,
    Day,
}

/// <summary>A table and those of its columns that many rows are put into with one prepared statement.</summary>
internal sealed class RowShape(string table, params (string Name, ColumnKind Kind)[] columns)
{
    private string Into => $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))})";

    /// <summary>Puts them in one after the other: SQLite is in the same process, a statement is a call.</summary>
    public async Task<int> InsertEachAsync(PagoDb db, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return 0;
        await using var command = await db.CommandAsync($"{Into} VALUES {Sql.Rows(1, columns.Length)} ON CONFLICT DO NOTHING", rows[0], ct);
        await command.PrepareAsync(ct);
        var done = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            done += await command.ExecuteNonQueryAsync(ct);
        }

        return done;
    }

    /// <summary>Puts them in with one statement over one array a column: one message to PostgreSQL and back.</summary>
    public async Task<int> InsertArraysAsync(PagoDb db, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return 0;
        await using var command = await db.CommandAsync($"{Into} SELECT * FROM unnest({Sql.Marks(0, columns.Length)}) ON CONFLICT DO NOTHING", [], ct);
        for (var i = 0; i < columns.Length; i++) command.Parameters.Add(ArrayOf(i, rows));
        return await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlParameter ArrayOf(int column, IReadOnlyList<object?[]> rows)
    {
        var (type, values) = columns[column].Kind switch
        {
            ColumnKind.Text => (NpgsqlDbType.Text, (Array)Column<string>(rows, column)),
            ColumnKind.Number => (NpgsqlDbType.Bigint, Column<long?>(rows, column)),
            ColumnKind.Flag => (NpgsqlDbType.Boolean, Column<bool?>(rows, column)),
            ColumnKind.Bytes => (NpgsqlDbType.Bytea, Column<byte[]>(rows, column)),
            ColumnKind.Day => (NpgsqlDbType.Date, Column<DateOnly?>(rows, column)),
        };
        return new NpgsqlParameter($"@p{column}", NpgsqlDbType.Array | type) { Value = values };
    }

    private static T?[] Column<T>(IReadOnlyList<object?[]> rows, int column)
    {
        var values = new T?[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = (T?)rows[i][column];
        return values;
    }
}
