namespace PagoConsole.Core.Storage;

/// <summary>Who goes first when several wait to write.</summary>
public enum WritePriority
{
    /// <summary>The webhook door: PagoEfectivo is waiting for its 200.</summary>
    Door,

    /// <summary>Everybody else, in the order in which they came.</summary>
    Normal,
}

/// <summary>
/// One lane for writers of this process: SQLite has one writer, and those that wait in its busy handler starve each other (p99 of
/// seconds). Fair within a priority; the door goes first, but never twice in a row past somebody who waits.
/// </summary>
internal sealed class WriteLane
{
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource<IDisposable>> door = new();
    private readonly LinkedList<TaskCompletionSource<IDisposable>> others = new();
    private bool taken;
    private bool doorWentLast;

    public async ValueTask<IDisposable> EnterAsync(WritePriority priority, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var queue = priority == WritePriority.Door ? door : others;
        LinkedListNode<TaskCompletionSource<IDisposable>> place;
        lock (gate)
        {
            if (!taken)
            {
                taken = true;
                return new Turn(this);
            }

            place = queue.AddLast(new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using var leave = ct.Register(() => Leave(queue, place, ct));
        var began = TimeProvider.System.GetTimestamp();
        var turn = await place.Value.Task;
        Foundation.Telemetry.WorkMeasures.Waited(began, priority.ToString());
        return turn;
    }

    private void Leave(LinkedList<TaskCompletionSource<IDisposable>> queue, LinkedListNode<TaskCompletionSource<IDisposable>> place, CancellationToken ct)
    {
        lock (gate)
        {
            if (place.List is null) return;
            queue.Remove(place);
        }

        place.Value.TrySetCanceled(ct);
    }

    private void Next()
    {
        TaskCompletionSource<IDisposable> next;
        lock (gate)
        {
            var fromDoor = door.Count > 0 && (others.Count == 0 || !doorWentLast);
            var queue = fromDoor ? door : others;
            if (queue.First is not { } first)
            {
                taken = false;
                return;
            }

            doorWentLast = fromDoor;
            queue.Remove(first);
            next = first.Value;
        }

        next.SetResult(new Turn(this));
    }

    private sealed class Turn(WriteLane lane) : IDisposable
    {
        private WriteLane? lane = lane;

        public void Dispose() => Interlocked.Exchange(ref lane, null)?.Next();
    }
}
