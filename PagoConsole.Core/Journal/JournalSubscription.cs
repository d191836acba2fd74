using System.Threading.Channels;

namespace PagoConsole.Core.Journal;

/// <summary>What a subscriber is told at once.</summary>
/// <param name="Entries">What is new, in order.</param>
/// <param name="Reload">Some were left out because the reader was too slow: read the page's query anew.</param>
public sealed record JournalNews(IReadOnlyList<JournalEntry> Entries, bool Reload);

/// <summary>One reader of the tail, with a bounded queue of its own.</summary>
public sealed class JournalSubscription : IDisposable
{
    /// <summary>Entries that wait for a page that is slow.</summary>
    public const int Capacity = 1000;

    private readonly int capacity;
    private readonly Func<JournalEntry, bool>? wanted;
    private readonly Action<JournalSubscription> leave;
    private readonly Channel<JournalEntry> queue;
    private int missed;

    internal JournalSubscription(Func<JournalEntry, bool>? wanted, Action<JournalSubscription> leave, int capacity)
    {
        this.capacity = capacity;
        queue = Channel.CreateBounded<JournalEntry>(new BoundedChannelOptions(capacity) { SingleReader = true });
        this.wanted = wanted;
        this.leave = leave;
    }

    /// <summary>Waits until there is something, then gives all that is there.</summary>
    /// <exception cref="ChannelClosedException">The subscription was disposed.</exception>
    public async Task<JournalNews> ReadAsync(CancellationToken ct)
    {
        var entries = new List<JournalEntry> { await queue.Reader.ReadAsync(ct) };
        while (entries.Count < capacity && queue.Reader.TryRead(out var entry)) entries.Add(entry);
        return new JournalNews(entries, Interlocked.Exchange(ref missed, 0) == 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        leave(this);
        queue.Writer.TryComplete();
    }

    internal void Tell(IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries)
            if ((wanted is null || wanted(entry)) && !queue.Writer.TryWrite(entry))
                Interlocked.Exchange(ref missed, 1);
    }
}
