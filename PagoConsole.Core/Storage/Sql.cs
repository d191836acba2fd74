using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PagoConsole.Core.Storage;

/// <summary>Plain SQL on a context's own connection and transaction, for the few places that EF Core cannot word or cannot do fast enough.</summary>
internal static class Sql
{
    /// <summary>A command whose parameters are named <c>@p0</c>, <c>@p1</c>, … in order; the caller disposes it.</summary>
    public static Task<DbCommand> CommandAsync(this PagoDb db, string sql, IReadOnlyList<object?> values, CancellationToken ct) => db.NewCommandAsync(sql, values, ct);

    public static async Task<int> ExecuteAsync(this PagoDb db, string sql, IReadOnlyList<object?> values, CancellationToken ct)
    {
        if (db.Prepared is { } prepared) return await (await prepared.WithAsync(sql, values, ct)).ExecuteNonQueryAsync(ct);
        await using var command = await db.NewCommandAsync(sql, values, ct);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<object?> ScalarAsync(this PagoDb db, string sql, IReadOnlyList<object?> values, CancellationToken ct)
    {
        if (db.Prepared is { } prepared) return await (await prepared.WithAsync(sql, values, ct)).ExecuteScalarAsync(ct) is { } one and not DBNull ? one : null;
        await using var command = await db.NewCommandAsync(sql, values, ct);
        return await command.ExecuteScalarAsync(ct) is { } value and not DBNull ? value : null;
    }

    /// <summary>Reads all rows of a question.</summary>
    public static async Task EachAsync(this PagoDb db, string sql, IReadOnlyList<object?> values, Action<DbDataReader> take, CancellationToken ct)
    {
        await using var statements = new Statements(db);
        await using var reader = await (await statements.WithAsync(sql, values, ct)).ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) take(reader);
    }

    /// <summary>Parameter marks for rows of a VALUES list: <c>(@p0, @p1), (@p2, @p3)</c>.</summary>
    public static string Rows(int rows, int columns) =>
        string.Join(", ", Enumerable.Range(0, rows).Select(r => $"({Marks(r * columns, columns)})"));

    /// <summary>Parameter marks <c>@p3, @p4, @p5</c>.</summary>
    public static string Marks(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(i => $"@p{i}"));

    internal static async Task<DbCommand> NewCommandAsync(this PagoDb db, string sql, IReadOnlyList<object?> values, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
