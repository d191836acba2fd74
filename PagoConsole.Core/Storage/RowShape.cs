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
    private readonly string each =
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES {Sql.Rows(1, columns.Length)} ON CONFLICT DO NOTHING";

    private string Into => $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))})";

    /// <summary>Puts them in one after the other: SQLite is in the same process, a statement is a call.</summary>
    /// <returns>Of each whether it was put in.</returns>
    public async Task<bool[]> InsertEachAsync(PagoDb db, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        var done = new bool[rows.Count];
        if (rows.Count == 0) return done;
        await using var statements = new Statements(db);
        for (var i = 0; i < done.Length; i++)
        {
            var command = await statements.WithAsync(each, rows[i], ct);
            done[i] = await command.ExecuteNonQueryAsync(ct) > 0;
        }

        return done;
    }

    /// <summary>Puts them in with arrays, too.</summary>
    /// <returns>Of each whether it was put in; of two with one key the first. One without a key always is.</returns>
    public async Task<bool[]> InsertArraysAsync(PagoDb db, IReadOnlyList<object?[]> rows, int key, CancellationToken ct)
    {
        if (rows.Count == 0) return [];
        var taken = new HashSet<object>();
        await using (var command = await ArraysAsync(db, rows, $" RETURNING {columns[key].Name}", ct))
        await using (var row = await command.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct))
                if (!await row.IsDBNullAsync(0, ct))
                    taken.Add(row.GetValue(0));
        return [.. rows.Select(row => row[key] is not { } id || taken.Remove(id))];
    }

    /// <summary>Puts them in with one statement over one array a column: one message to PostgreSQL and back.</summary>
    public async Task<int> InsertArraysAsync(PagoDb db, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return 0;
        await using var command = await ArraysAsync(db, rows, "", ct);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<System.Data.Common.DbCommand> ArraysAsync(PagoDb db, IReadOnlyList<object?[]> rows, string returning, CancellationToken ct)
    {
        var command = await db.CommandAsync($"{Into} SELECT * FROM unnest({Sql.Marks(0, columns.Length)}) ON CONFLICT DO NOTHING{returning}", [], ct);
        for (var i = 0; i < columns.Length; i++) command.Parameters.Add(ArrayOf(i, rows));
        return command;
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
