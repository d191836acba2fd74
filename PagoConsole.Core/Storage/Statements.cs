using System.Data.Common;

namespace PagoConsole.Core.Storage;

/// <summary>Keeps the commands of one unit of work prepared: the same SQL again only gets other values. Where the connection keeps them, so do these.</summary>
internal sealed class Statements(PagoDb db) : IAsyncDisposable
{
    private readonly PreparedStatements? own = db.Prepared is null ? new PreparedStatements(db) : null;

    /// <summary>A command with these values, to be run and read to its end before the same SQL is asked for again.</summary>
    public ValueTask<DbCommand> WithAsync(string sql, IReadOnlyList<object?> values, CancellationToken ct) => (own ?? db.Prepared!).WithAsync(sql, values, ct);

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? default;
}
