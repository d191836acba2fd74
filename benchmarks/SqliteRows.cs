using Microsoft.Data.Sqlite;

namespace PagoConsole.Benchmarks;

/// <summary>Fills tables with prepared statements: a million rows in seconds.</summary>
internal static class SqliteRows
{
    /// <summary>A prepared insert into these columns.</summary>
    public static SqliteCommand Insert(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Count; i++) command.Parameters.Add(new SqliteParameter($"@p{i}", null));
        command.Prepare();
        return command;
    }

    /// <summary>Inserts one row.</summary>
    public static void Set(SqliteCommand command, params IReadOnlyList<object> values)
    {
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
