using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PagoConsole.Core.Storage;

/// <summary>The commands of one connection that stays open, prepared once: preparing costs as much as running most of them.</summary>
internal sealed class PreparedStatements(PagoDb db) : IAsyncDisposable
{
    private const int Most = 400;
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    /// <summary>A command with these values, to be run and read to its end before the same SQL is asked for again. Not to be disposed.</summary>
    public async ValueTask<DbCommand> WithAsync(string sql, IReadOnlyList<object?> values, CancellationToken ct)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            if (commands.Count >= Most) await DisposeAsync();
            return commands[sql] = await db.NewCommandAsync(sql, values, ct);
        }

        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands.Values) await command.DisposeAsync();
        commands.Clear();
    }
}
