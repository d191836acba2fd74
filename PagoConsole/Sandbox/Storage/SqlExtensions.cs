using Microsoft.Data.Sqlite;

namespace PagoConsole.Sandbox.Storage;

/// <summary>Plain SQL with named parameters, as short as it can be said.</summary>
internal static class SqlExtensions
{
    public static int Execute(this SqliteConnection db, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(db, sql, values);
        return command.ExecuteNonQuery();
    }

    public static List<T> Query<T>(
        this SqliteConnection db, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(db, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    public static long Number(this SqliteConnection db, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(db, sql, values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? NumberOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static DateTimeOffset Instant(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Instant(column);

    private static SqliteCommand Command(SqliteConnection db, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue("@" + name, Stored(value));
        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        Enum name => name.ToString(),
        _ => value,
    };
}
