using Microsoft.EntityFrameworkCore;

namespace PagoConsole.Core.Storage;

/// <summary>
/// SQLite's one writer, kept: a context on a connection that stays open, with its statements prepared. Whoever has the lane's turn sits
/// on it; after a failure nobody sits on the same one again.
/// </summary>
internal sealed class WriterSeat(PagoDbFactory contexts) : IAsyncDisposable
{
    private PagoDb? db;

    /// <summary>The context, empty, its connection open.</summary>
    public async ValueTask<PagoDb> TakeAsync(CancellationToken ct)
    {
        if (db is not null) return db;
        var fresh = contexts.CreateUnpooled();
        try
        {
            // A body's own savepoint holds what it saves; EF's would be a second one.
            fresh.Database.AutoSavepointsEnabled = false;

            // Of the pool's somebody else would be given what a failure has left behind.
            fresh.Database.SetConnectionString($"{contexts.ConnectionString};Pooling=False");
            await fresh.Database.OpenConnectionAsync(ct);
            fresh.Prepared = new PreparedStatements(fresh);
            return db = fresh;
        }
        catch
        {
            await fresh.DisposeAsync();
            throw;
        }
    }

    /// <summary>Nobody knows what state it is in.</summary>
    public async ValueTask DiscardAsync()
    {
        if (db is not { } broken) return;
        db = null;
        if (broken.Prepared is { } prepared) await prepared.DisposeAsync();
        await broken.DisposeAsync();
    }

    public ValueTask DisposeAsync() => DiscardAsync();
}
