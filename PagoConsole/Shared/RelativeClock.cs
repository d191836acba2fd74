namespace PagoConsole.Shared;

/// <summary>One tick for all relative instants of a circuit, so that a page of a hundred of them needs one timer.</summary>
internal sealed class RelativeClock(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource ended = new();
    private readonly HashSet<Func<Task>> listeners = [];
    private Task? beating;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Calls back at each beat until disposed. Started from a circuit, the loop keeps that circuit's culture.</summary>
    public IDisposable Listen(Func<Task> onBeat)
    {
        lock (listeners) listeners.Add(onBeat);
        beating ??= BeatAsync();
        return new Subscription(() => { lock (listeners) listeners.Remove(onBeat); });
    }

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                Func<Task>[] now;
                lock (listeners) now = [.. listeners];
                foreach (var listener in now) await listener();
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The circuit ended.
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
