using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Storage;

/// <summary>
/// Where many write side by side (PostgreSQL): so many at once as the server and its pool serve well, a bounded number that waits, and
/// nobody longer than <see cref="SharedTurns.Patience"/>.
/// </summary>
internal sealed class BoundedCrowd
{
    /// <summary>How many write at once; Npgsql's pool holds 100 connections, and others need some.</summary>
    public const int MostAtOnce = 48;

    private readonly SemaphoreSlim places = new(MostAtOnce);
    private int waiting;

    /// <exception cref="StoreBusyException">Too many wait, or it waited too long.</exception>
    public async Task<Result<T>> RunAsync<T>(Func<Task<Result<T>>> run, bool patient, CancellationToken ct)
    {
        if (!places.Wait(0, ct)) await WaitAsync(patient, ct);
        try
        {
            return await run();
        }
        finally
        {
            places.Release();
        }
    }

    private async Task WaitAsync(bool patient, CancellationToken ct)
    {
        if (Interlocked.Increment(ref waiting) > SharedTurns.MostWaiting && !patient)
        {
            Interlocked.Decrement(ref waiting);
            throw new StoreBusyException();
        }

        try
        {
            if (!await places.WaitAsync(patient ? Timeout.InfiniteTimeSpan : SharedTurns.Patience, ct)) throw new StoreBusyException();
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
