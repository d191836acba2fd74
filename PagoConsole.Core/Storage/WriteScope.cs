using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace PagoConsole.Core.Storage;

/// <summary>One transaction while its body runs: the database, its locks, what is to be done before and after the commit.</summary>
public sealed class WriteScope
{
    private readonly Dictionary<Type, IWritePart> parts = [];
    private readonly HashSet<string> bells = [];

    internal WriteScope(PagoDb db, Dialect dialect, DateTimeOffset now)
    {
        Db = db;
        Dialect = dialect;
        Now = now;
    }

    /// <summary>The database; what is added or changed here is saved when the body ends well.</summary>
    public PagoDb Db { get; }

    /// <summary>The instant of this transaction: one for all that it writes.</summary>
    public DateTimeOffset Now { get; }

    internal Dialect Dialect { get; }

    internal NewRows NewRows { get; } = new();

    internal IReadOnlyCollection<IWritePart> Parts => parts.Values;

    internal IReadOnlyCollection<string> Bells => bells;

    /// <summary>Reads a row and keeps everybody else from changing it until the commit. Null if there is none.</summary>
    public async Task<T?> LockAsync<T>(string id, CancellationToken ct)
        where T : class => (await LockManyAsync<T>([id], ct)).SingleOrDefault();

    /// <summary>Locks and reads rows by their one-column text key, in key order so that two batches cannot block each other crosswise.</summary>
    public async Task<ImmutableArray<T>> LockManyAsync<T>(IReadOnlyCollection<string> ids, CancellationToken ct)
        where T : class
    {
        if (ids.Count == 0) return [];
        var entity = Db.Model.FindEntityType(typeof(T))!;
        var key = entity.FindPrimaryKey()!.Properties.Single();
        var marks = string.Join(", ", Enumerable.Range(0, ids.Count).Select(i => $"{{{i}}}"));
        var sql = $"SELECT * FROM {entity.GetTableName()} WHERE {key.GetColumnName()} IN ({marks}) ORDER BY {key.GetColumnName()}{Dialect.ForUpdate}";
        var rows = await Db.Set<T>().FromSqlRaw(sql, [.. ids.Cast<object>()]).ToListAsync(ct);
        return [.. rows];
    }

    /// <summary>Makes everybody else who names one of these wait until this transaction ends.</summary>
    public Task LockNamesAsync(IEnumerable<string> names, CancellationToken ct) => Dialect.LockNamesAsync(Db, names, ct);

    /// <summary>Takes a name until this transaction ends, unless another node has it: one node at a time does this work.</summary>
    public Task<bool> TryLockNameAsync(string name, CancellationToken ct) => Dialect.TryLockNameAsync(Db, name, ct);

    /// <summary>
    /// Adds a row that the body neither reads nor changes through the database any more: it goes in at the end, before what EF Core saves.
    /// </summary>
    public void Insert(object row)
    {
        if (Db.Prepared is null) Db.Add(row);
        else NewRows.Add(row);
    }

    /// <summary>Rings a pump's bell once the commit is through.</summary>
    public void Ring(string bell) => bells.Add(bell);

    /// <summary>The part of this transaction that a slice keeps for itself, made on first use.</summary>
    internal T Part<T>()
        where T : IWritePart, new()
    {
        if (!parts.TryGetValue(typeof(T), out var part)) parts[typeof(T)] = part = new T();
        return (T)part;
    }
}

/// <summary>What a slice gathers during a transaction and writes after the state, just before the commit.</summary>
internal interface IWritePart
{
    Task FlushAsync(WriteScope tx, CancellationToken ct);
}
