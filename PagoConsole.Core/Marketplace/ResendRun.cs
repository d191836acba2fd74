namespace PagoConsole.Core.Marketplace;

/// <summary>Many messages on their way to be sent again: how far it is.</summary>
public sealed class ResendRun(int of, CancellationToken ended) : IDisposable
{
    private readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(ended);
    private int seen;
    private int sent;

    /// <summary>How many there are in all.</summary>
    public int Of { get; } = of;

    /// <summary>How many of them have been gone through.</summary>
    public int Seen => Volatile.Read(ref seen);

    /// <summary>How many of these are sent again; the others were on their way already.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>Whether it is still at work.</summary>
    public bool Working => !Completion.IsCompleted;

    /// <summary>Whether it ended because of a fault of ours; what was sent again is.</summary>
    public bool Failed => Completion.IsFaulted;

    /// <summary>Ends with the work.</summary>
    public Task Completion { get; internal set; } = Task.CompletedTask;

    internal CancellationToken Stopping => stopping.Token;

    /// <summary>Goes no further; what was sent again is.</summary>
    public void Stop() => stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    internal void Advance(int gone, int again)
    {
        Interlocked.Add(ref seen, gone);
        Interlocked.Add(ref sent, again);
    }
}
