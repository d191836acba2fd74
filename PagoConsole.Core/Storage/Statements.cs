using System.Data.Common;

namespace PagoConsole.Core.Storage;

/// <summary>Keeps the commands of one unit of work prepared: the same SQL again only gets other values.</summary>
internal sealed class Statements(PagoDb db) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    /// <summary>A command with these values, to be run and read to its end before the same SQL is asked for again.</summary>
    public async ValueTask<DbCommand> WithAsync(string sql, IReadOnlyList<object?> values, CancellationToken ct)
    {
        if (!commands.TryGetValue(sql, out var command)) return commands[sql] = await db.CommandAsync(sql, values, ct);
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands.Values) await command.DisposeAsync();
    }
}
