using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PagoConsole.Core.Storage;

/// <summary>What the two databases say differently.</summary>
internal abstract class Dialect
{
    public static Dialect Sqlite { get; } = new SqliteDialect();

    public static Dialect Postgres { get; } = new PostgresDialect();

    /// <summary>Whether writers take turns in one lane of this process, because the database has only one writer anyway.</summary>
    public abstract bool OneWriter { get; }

    /// <summary>Appended to a SELECT whose rows are to be locked.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Whether the failure says "run the whole transaction again".</summary>
    public abstract bool IsRetry(Exception failure);

    /// <summary>Whether the store cannot be reached or cannot write at present: a matter for a 503, not a bug.</summary>
    public abstract bool IsOutage(Exception failure);

    /// <summary>Makes everybody else who names one of these wait until this transaction ends.</summary>
    public abstract Task LockNamesAsync(DbContext db, IEnumerable<string> names, CancellationToken ct);

    /// <summary>Takes a name until this transaction ends, unless somebody else has it.</summary>
    public abstract Task<bool> TryLockNameAsync(PagoDb db, string name, CancellationToken ct);

    /// <summary>Prepares a connection on which many rows will be put all over the indexes.</summary>
    public abstract Task PrepareForManyRowsAsync(PagoDb db, CancellationToken ct);

    /// <summary>Changes when another process has committed; says nothing where writers do not keep each other waiting.</summary>
    public abstract Task<long> OthersCommittedAsync(PagoDb db, CancellationToken ct);

    /// <summary>Puts many rows into a table; a row whose key is there already is passed over.</summary>
    /// <returns>How many were put in.</returns>
    public abstract Task<int> InsertAsync(PagoDb db, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken ct);

    /// <summary>Puts many rows into a table as <see cref="InsertAsync"/> does.</summary>
    /// <returns>Of each whether it was put in.</returns>
    public abstract Task<bool[]> InsertTellingAsync(PagoDb db, RowShape shape, IReadOnlyList<object?[]> rows, int key, CancellationToken ct);

    // A save wraps what the database said; Npgsql's execution strategy wraps what is transient (a deadlock in a query, too) once more.
    protected static Exception Root(Exception failure) =>
        failure is DbUpdateException or InvalidOperationException && failure.InnerException is { } inner ? Root(inner) : failure;

    private sealed class SqliteDialect : Dialect
    {
        private const int Busy = 5, Locked = 6, Full = 13, IoError = 10, CantOpen = 14, ReadOnly = 8;

        public override bool OneWriter => true;

        public override string ForUpdate => "";

        // Busy is said at BEGIN, after all the waiting that there is; later on nobody else can write.
        public override bool IsRetry(Exception failure) => false;

        public override bool IsOutage(Exception failure) =>
            Root(failure) is SqliteException { SqliteErrorCode: Busy or Locked or Full or IoError or CantOpen or ReadOnly };

        // BEGIN IMMEDIATE has already locked everybody else out.
        public override Task LockNamesAsync(DbContext db, IEnumerable<string> names, CancellationToken ct) => Task.CompletedTask;

        public override Task<bool> TryLockNameAsync(PagoDb db, string name, CancellationToken ct) => Task.FromResult(true);

        // By its default SQLite keeps 2 MB of pages, so that those of a large index are read anew each time, and moves the log into the file
        // after every 1000 pages, which here is every transaction. These are 64 MB and a log of about 40 MB, for this connection.
        public override Task PrepareForManyRowsAsync(PagoDb db, CancellationToken ct) =>
            db.ExecuteAsync("PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=10000", [], ct);

        public override async Task<long> OthersCommittedAsync(PagoDb db, CancellationToken ct) => Convert.ToInt64(await db.ScalarAsync("PRAGMA data_version", [], ct), null);

        public override async Task<int> InsertAsync(PagoDb db, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken ct) =>
            (await shape.InsertEachAsync(db, rows, ct)).Count(put => put);

        public override Task<bool[]> InsertTellingAsync(PagoDb db, RowShape shape, IReadOnlyList<object?[]> rows, int key, CancellationToken ct) =>
            shape.InsertEachAsync(db, rows, ct);
    }

    private sealed class PostgresDialect : Dialect
    {
        public override bool OneWriter => false;

        public override string ForUpdate => " FOR UPDATE";

        public override bool IsRetry(Exception failure) =>
            Root(failure) is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

        public override bool IsOutage(Exception failure) => Root(failure) switch
        {
            PostgresException refused => refused.IsTransient || refused.SqlState.StartsWith("53", StringComparison.Ordinal),
            NpgsqlException => true,
            _ => false,
        };

        public override async Task LockNamesAsync(DbContext db, IEnumerable<string> names, CancellationToken ct)
        {
            // Sorted by the number that is locked, so that two transactions never wait for each other crosswise.
            long[] keys = [.. names.Select(NameHash.Of).Distinct().Order()];
            await db.Database.ExecuteSqlAsync($"SELECT count(pg_advisory_xact_lock(key)) FROM unnest({keys}) AS key", ct);
        }

        public override async Task<bool> TryLockNameAsync(PagoDb db, string name, CancellationToken ct) =>
            await db.ScalarAsync("SELECT pg_try_advisory_xact_lock(@p0)", [NameHash.Of(name)], ct) is true;

        public override Task PrepareForManyRowsAsync(PagoDb db, CancellationToken ct) => Task.CompletedTask;

        public override Task<long> OthersCommittedAsync(PagoDb db, CancellationToken ct) => Task.FromResult(0L);

        public override Task<int> InsertAsync(PagoDb db, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken ct) => shape.InsertArraysAsync(db, rows, ct);

        public override Task<bool[]> InsertTellingAsync(PagoDb db, RowShape shape, IReadOnlyList<object?[]> rows, int key, CancellationToken ct) =>
            shape.InsertArraysAsync(db, rows, key, ct);
    }
}
