using Microsoft.EntityFrameworkCore;

namespace PagoConsole.Core.Storage;

/// <summary>
/// SQLite's one writer, kept: a context on a connection that stays open, with its statements prepared. Whoever has the lane's turn sits
/// on it; after a failure nobody sits on the same one again.
/// </summary>
internal sealed class WriterSeat(PagoDbFactory contexts) : IAsyncDisposable
{
    /// <summary>
    /// Whoever writes keeps what it changes: 64 MB of pages. What it changes is newer in the log than in the file, so a mapping of the file would
    /// serve it little, and would be made anew each time that the file grows.
    /// </summary>
    private const string OwnPages = "PRAGMA mmap_size=0; PRAGMA cache_size=-65536";

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
            await fresh.ExecuteAsync(OwnPages, [], ct);
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
