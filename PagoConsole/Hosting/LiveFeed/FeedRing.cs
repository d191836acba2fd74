namespace PagoConsole.Hosting.LiveFeed;

/// <summary>
/// The newest events of this node, once for all readers: a reader is no more than a number in it. Whoever needs older ones reads the journal. It never
/// waits for anybody.
/// </summary>
/// <param name="most">How many events it keeps.</param>
internal sealed class FeedRing(int most)
{
    private readonly Lock gate = new();
    private readonly List<FeedBatch> batches = [];
    private TaskCompletionSource next = New();
    private long from;
    private int events;
    private int generation;

    /// <summary>What a reader finds.</summary>
    /// <param name="Batch">What comes after its number; null if there is nothing yet, or no longer.</param>
    /// <param name="Covered">Whether all that follows its number is here; if not, it stands in the journal.</param>
    /// <param name="Generation">Grows when the ring began anew because this node itself had lost the thread.</param>
    /// <param name="Next">Ends with the next batch, or when it is time to look after oneself.</param>
    public readonly record struct Find(FeedBatch? Batch, bool Covered, int Generation, Task Next);

    /// <summary>Adds what is newest.</summary>
    public void Publish(FeedBatch batch)
    {
        lock (gate)
        {
            batches.Add(batch);
            events += batch.Events.Count;
            var drop = 0;
            for (; drop < batches.Count - 1 && events > most; drop++) events -= batches[drop].Events.Count;
            if (drop > 0) from = batches[drop - 1].To;
            batches.RemoveRange(0, drop);
        }

        Wake();
    }

    /// <summary>Begins anew after a number: what came before stands in the journal only.</summary>
    public void Restart(long after)
    {
        lock (gate)
        {
            batches.Clear();
            (from, events) = (after, 0);
            generation++;
        }

        Wake();
    }

    /// <summary>Has everybody look up: for a new batch, or, when nothing happens, for the state of their own connection.</summary>
    public void Wake()
    {
        TaskCompletionSource waited;
        lock (gate) (waited, next) = (next, New());
        waited.SetResult();
    }

    /// <summary>Looks for what follows a number.</summary>
    public Find After(long seq)
    {
        lock (gate)
        {
            if (seq < from) return new Find(null, false, generation, next.Task);
            var (low, high) = (0, batches.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (batches[middle].To <= seq) low = middle + 1;
                else high = middle;
            }

            return new Find(low < batches.Count ? batches[low] : null, true, generation, next.Task);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
