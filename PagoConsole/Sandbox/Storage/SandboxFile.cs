using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace PagoConsole.Sandbox.Storage;

/// <summary>
/// The sandbox's own SQLite file. All writes go through one lane, which commits whatever is waiting in one
/// transaction, each write in a savepoint of its own: one sync to disk then serves many callers.
/// </summary>
internal sealed class SandboxFile : IAsyncDisposable
{
    private const int WritesPerCommit = 128;

    private readonly Channel<IPendingWrite> _waiting = Channel.CreateUnbounded<IPendingWrite>(new() { SingleReader = true });
    private readonly Channel<bool> _committed =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly string _connectionString;
    private readonly Lazy<SqliteConnection> _writer;
    private readonly Task _lane;

    public SandboxFile(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        _writer = new(() => OpenWriter(path));
        _lane = Task.Run(RunLaneAsync);
    }

    /// <summary>Runs the body in a transaction; what it throws rolls back what it wrote, and nothing else.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> body)
    {
        var write = new PendingWrite<T>(body);
        if (!_waiting.Writer.TryWrite(write)) throw new ObjectDisposedException(nameof(SandboxFile));
        return write.Done;
    }

    public Task WriteAsync(Action<SqliteConnection> body) => WriteAsync(db =>
    {
        body(db);
        return true;
    });

    /// <summary>Reads on a connection of its own, beside the writer; must not write.</summary>
    public T Read<T>(Func<SqliteConnection, T> body)
    {
        // The writer lays down the schema, so it has to have been opened once.
        _ = _writer.Value;
        using var db = new SqliteConnection(_connectionString);
        db.Open();
        return body(db);
    }

    /// <summary>Waits until something was committed, or for so long; for the one loop that sends what was written.</summary>
    public async Task WaitForCommitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(atMost);
        try
        {
            await _committed.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nothing was written meanwhile: what is due by time alone is looked for.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_waiting.Writer.TryComplete()) return;
        await _lane;
        if (!_writer.IsValueCreated) return;
        SqliteConnection.ClearPool(_writer.Value);
        await _writer.Value.DisposeAsync();
    }

    private SqliteConnection OpenWriter(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var db = new SqliteConnection(_connectionString);
        db.Open();
        // What was answered must still be true after a power cut, as it would be at the real PagoEfectivo.
        db.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        SandboxSchema.Apply(db);
        return db;
    }

    private async Task RunLaneAsync()
    {
        var batch = new List<IPendingWrite>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < WritesPerCommit && _waiting.Reader.TryRead(out var write)) batch.Add(write);
            Commit(batch);
        }
    }

    private void Commit(List<IPendingWrite> batch)
    {
        try
        {
            var db = _writer.Value;
            db.Execute("BEGIN IMMEDIATE");
            try
            {
                foreach (var write in batch) RunInSavepoint(db, write);
                db.Execute("COMMIT");
            }
            catch
            {
                db.Execute("ROLLBACK");
                throw;
            }
            foreach (var write in batch) write.Complete();
            _committed.Writer.TryWrite(true);
        }
        catch (Exception broken)
        {
            // Every caller hears of it; the lane itself goes on with the next batch.
            foreach (var write in batch) write.Fail(broken);
        }
    }

    private static void RunInSavepoint(SqliteConnection db, IPendingWrite write)
    {
        db.Execute("SAVEPOINT one");
        if (!write.Run(db)) db.Execute("ROLLBACK TO one");
        db.Execute("RELEASE one");
    }
}
