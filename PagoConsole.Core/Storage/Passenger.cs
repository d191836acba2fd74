using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Storage;

/// <summary>One who waits for a place in a shared transaction; what was done for it counts once the commit is through.</summary>
internal abstract class Passenger(bool patient, CancellationToken ct)
{
    // Its body runs in another's flow; what belongs to the caller (its trace, its culture) goes with it.
    private readonly ExecutionContext? flow = ExecutionContext.Capture();
    private readonly long came = Stopwatch.GetTimestamp();

    /// <summary>Whether it waits however long it takes.</summary>
    public bool Patient => patient;

    public TimeSpan Waited => Stopwatch.GetElapsedTime(came);

    public bool HasLeft => ct.IsCancellationRequested;

    /// <summary>Why its own part failed; null if it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Runs its part between savepoints.</summary>
    /// <returns>Whether to keep what it did.</returns>
    public async Task<bool> RideAsync(WriteScope tx)
    {
        Failure = null;
        Task<bool>? running = null;
        if (flow is null) running = BodyAsync(tx);
        else ExecutionContext.Run(flow, _ => running = BodyAsync(tx), null);
        try
        {
            return await running!;
        }
        catch (Exception failure)
        {
            Failure = failure;
            return false;
        }
    }

    /// <summary>Tells the one who waits how it ended: its own failure, or that of all, or none.</summary>
    public abstract void Arrive(Exception? failure);

    protected abstract Task<bool> BodyAsync(WriteScope tx);
}

/// <summary>One who waits for a result.</summary>
internal sealed class Passenger<T>(Func<WriteScope, Task<Result<T>>> run, bool patient, CancellationToken ct) : Passenger(patient, ct)
{
    private readonly TaskCompletionSource<Result<T>> arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken ct = ct;
    private Result<T> result;

    public Task<Result<T>> Arrived => arrived.Task;

    public override void Arrive(Exception? failure)
    {
        if (failure is OperationCanceledException) arrived.TrySetCanceled(ct);
        else if (failure is not null) arrived.TrySetException(failure);
        else arrived.TrySetResult(result);
    }

    protected override async Task<bool> BodyAsync(WriteScope tx)
    {
        result = await run(tx);
        return result.Done;
    }
}
