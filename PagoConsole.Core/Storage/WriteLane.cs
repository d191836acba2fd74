using System.Diagnostics;

namespace PagoConsole.Core.Storage;

/// <summary>Whose turn it is when several wait to write.</summary>
public enum WritePriority
{
    /// <summary>The webhook door: PagoEfectivo is waiting for its 200.</summary>
    Door,

    /// <summary>Everybody who waits for an answer, and most pumps, in the order in which they came.</summary>
    Normal,

    /// <summary>Work that keeps nobody waiting and would fill the lane: it gets what is left, and a share when nothing is.</summary>
    Background,
}

/// <summary>
/// One lane for writers of this process: SQLite has one writer, and those that wait in its busy handler starve each other (p99 of
/// seconds). First come, first served within a priority; among those that wait the next turn goes to the one that has had least of the
/// lane's time by its weight, so that a flood at the door starves nobody and nobody's long work starves the door.
/// </summary>
internal sealed class WriteLane
{
    private readonly Lock gate = new();
    private readonly Queue[] queues = [new(weight: 8), new(weight: 8), new(weight: 1)];
    private bool taken;

    public async ValueTask<IDisposable> EnterAsync(WritePriority priority, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var queue = queues[(int)priority];
        LinkedListNode<TaskCompletionSource<IDisposable>> place;
        lock (gate)
        {
            if (queue.Waiting.Count == 0) queue.Join(queues);
            if (!taken)
            {
                taken = true;
                return new Turn(this, queue);
            }

            place = queue.Waiting.AddLast(new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using var leave = ct.Register(() => Leave(queue, place, ct));
        var began = TimeProvider.System.GetTimestamp();
        var turn = await place.Value.Task;
        Foundation.Telemetry.WorkMeasures.Waited(began, priority.ToString());
        return turn;
    }

    private void Leave(Queue queue, LinkedListNode<TaskCompletionSource<IDisposable>> place, CancellationToken ct)
    {
        lock (gate)
        {
            if (place.List is null) return;
            queue.Waiting.Remove(place);
        }

        place.Value.TrySetCanceled(ct);
    }

    private void Next(Queue last, TimeSpan took)
    {
        TaskCompletionSource<IDisposable> next;
        Queue queue;
        lock (gate)
        {
            last.Charge(took);
            if (queues.Where(q => q.Waiting.Count > 0).MinBy(q => q.Had) is not { } chosen)
            {
                taken = false;
                return;
            }

            queue = chosen;
            next = queue.Waiting.First!.Value;
            queue.Waiting.RemoveFirst();
        }

        next.SetResult(new Turn(this, queue));
    }

    /// <summary>Those of one priority, and how much of the lane they have had.</summary>
    private sealed class Queue(int weight)
    {
        public LinkedList<TaskCompletionSource<IDisposable>> Waiting { get; } = new();

        /// <summary>Time by weight.</summary>
        public double Had { get; private set; }

        public void Charge(TimeSpan took) => Had += took.TotalMilliseconds / weight;

        /// <summary>Whoever comes after a pause has no claim to the time that it did not want, and owes no more than the others.</summary>
        public void Join(Queue[] all)
        {
            var others = all.Where(q => q != this && q.Waiting.Count > 0).Select(q => q.Had).DefaultIfEmpty(Had).ToList();
            Had = Math.Clamp(Had, others.Min(), Math.Max(others.Max(), others.Min()));
        }
    }

    private sealed class Turn(WriteLane lane, Queue queue) : IDisposable
    {
        private readonly long began = Stopwatch.GetTimestamp();
        private WriteLane? lane = lane;

        public void Dispose() => Interlocked.Exchange(ref lane, null)?.Next(queue, Stopwatch.GetElapsedTime(began));
    }
}
