using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PagoConsole.Core.Secrets;

/// <summary>
/// The secrets that hold now, in memory: those of the configuration that nobody ended, and those added in the console. Settings pass
/// through it whenever they are read, and are read again when it changes; so whoever uses a setting needs to know nothing of this.
/// </summary>
public sealed class SecretShelf(TimeProvider time)
{
    private readonly ConcurrentDictionary<SecretKind, IReadOnlyList<string>> configured = new();
    private readonly ConcurrentDictionary<(SecretKind Kind, string Secret), DateTimeOffset> used = new();
    private volatile Contents contents = new([], new HashSet<string>());
    private CancellationTokenSource changed = new();

    /// <summary>Signalled once what holds has changed.</summary>
    public IChangeToken Changed => new CancellationChangeToken(changed.Token);

    /// <summary>What holds of a kind, the newest of those added first and those of the configuration last.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="ofConfiguration">What the configuration says; remembered.</param>
    public IReadOnlyList<string> Apply(SecretKind kind, IEnumerable<string> ofConfiguration)
    {
        string[] own = [.. ofConfiguration];
        configured[kind] = own;
        var now = contents;
        string[] holding =
        [
            .. now.Added.Where(added => added.Kind == kind).Select(added => added.Secret),
            .. own.Where(secret => !now.Ended.Contains(StoredSecret.IdOf(kind, secret))),
        ];
        return holding.Length > 0 ? holding : own;
    }

    /// <summary>Notes that a secret was of use; written down once a minute.</summary>
    public void Used(SecretKind kind, string secret) => used[(kind, secret)] = time.GetUtcNow();

    /// <summary>What the configuration says, by kind.</summary>
    internal IEnumerable<(SecretKind Kind, string Secret)> Configured() =>
        from kind in configured from secret in kind.Value where secret.Length > 0 select (kind.Key, secret);

    /// <summary>Which were used since this was last asked, by id.</summary>
    internal IReadOnlyList<(string SecretId, DateTimeOffset At)> TakeUsed()
    {
        var taken = new List<(string, DateTimeOffset)>();
        foreach (var key in used.Keys)
            if (used.TryRemove(key, out var at)) taken.Add((StoredSecret.IdOf(key.Kind, key.Secret), at));
        return taken;
    }

    /// <summary>Sets what was added and holds, the newest first, and what was ended.</summary>
    internal void Put(IReadOnlyList<(SecretKind Kind, string Secret)> added, IReadOnlySet<string> ended)
    {
        var before = contents;
        if (before.Added.SequenceEqual(added) && before.Ended.SetEquals(ended)) return;
        contents = new Contents(added, ended);
        Interlocked.Exchange(ref changed, new CancellationTokenSource()).Cancel();
    }

    private sealed record Contents(IReadOnlyList<(SecretKind Kind, string Secret)> Added, IReadOnlySet<string> Ended);
}

/// <summary>Has settings read again when the shelf changes.</summary>
internal sealed class ShelfChanges<T>(SecretShelf shelf) : IOptionsChangeTokenSource<T>
{
    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => shelf.Changed;
}
