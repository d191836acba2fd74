namespace PagoConsole.Core.Foundation;

/// <summary>Many rows that a person has worked off in the background: how far it is.</summary>
public sealed class BatchRun(int of, CancellationToken ended) : IDisposable
{
    private readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(ended);
    private int seen;
    private int did;

    /// <summary>How many there are in all.</summary>
    public int Of { get; } = of;

    /// <summary>How many of them have been gone through.</summary>
    public int Seen => Volatile.Read(ref seen);

    /// <summary>With how many of these something was done; with the others there was nothing to do.</summary>
    public int Did => Volatile.Read(ref did);

    /// <summary>Whether it is still at work.</summary>
    public bool Working => !Completion.IsCompleted;

    /// <summary>Whether it ended because of a fault of ours; what was done is.</summary>
    public bool Failed => Completion.IsFaulted;

    /// <summary>Ends with the work.</summary>
    public Task Completion { get; internal set; } = Task.CompletedTask;

    internal CancellationToken Stopping => stopping.Token;

    /// <summary>Goes no further; what was done is.</summary>
    public void Stop() => stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    internal void Advance(int gone, int done)
    {
        Interlocked.Add(ref seen, gone);
        Interlocked.Add(ref did, done);
    }
}
