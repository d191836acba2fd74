using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Storage;

/// <summary>
/// Writers that come at once share one transaction, each in a savepoint of its own: one refusal or failure undoes only its own part, and
/// all share the cost of one sync to disk. Bounded in how many wait and for how long; whoever cannot be served is told so.
/// </summary>
internal sealed class SharedTurns(WriteLane lane, WriterSeat seat, Dialect dialect, Bells bells, TimeProvider time)
{
    /// <summary>How many may wait.</summary>
    public const int MostWaiting = 1000;

    /// <summary>How many share one transaction.</summary>
    public const int MostTogether = 32;

    /// <summary>How long one waits at most before it is told to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>A transaction takes nobody else along after so long: others wait for the lane.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(40);

    private readonly Lock gate = new();
    private readonly Queue<Passenger> waiting = new();
    private bool driving;

    /// <summary>Takes a place and waits for the commit.</summary>
    /// <exception cref="StoreBusyException">There is none.</exception>
    public Task<Result<T>> RunAsync<T>(Func<WriteScope, Task<Result<T>>> body, bool patient, CancellationToken ct)
    {
        var passenger = new Passenger<T>(body, patient, ct);
        lock (gate)
        {
            if (waiting.Count >= MostWaiting && !patient) throw new StoreBusyException();
            waiting.Enqueue(passenger);
            if (driving) return passenger.Arrived;
            driving = true;
        }

        // Whoever comes first drives for all that come meanwhile; nothing of its flow belongs to the others.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(DriveAsync, CancellationToken.None);
        return passenger.Arrived;
    }

    private async Task DriveAsync()
    {
        while (true)
        {
            var aboard = new List<Passenger>(MostTogether);
            try
            {
                var rung = new HashSet<string>(StringComparer.Ordinal);
                using (await lane.EnterAsync(WritePriority.Normal, CancellationToken.None)) await CarryAsync(aboard, rung);
                foreach (var bell in rung) bells.Ring(bell);
                foreach (var passenger in aboard) passenger.Arrive(passenger.Failure);
            }
            catch (Exception failure)
            {
                // Nothing of it is stored. What stopped these would keep the others waiting for just as long.
                await seat.DiscardAsync();
                foreach (var passenger in aboard.Concat(All())) passenger.Arrive(failure);
            }

            lock (gate)
            {
                if (waiting.Count > 0) continue;
                driving = false;
                return;
            }
        }
    }

    private async Task CarryAsync(List<Passenger> aboard, HashSet<string> rung)
    {
        var db = await seat.TakeAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Unspecified, CancellationToken.None);
        var (began, now) = (Stopwatch.GetTimestamp(), time.GetUtcNow());
        while (aboard.Count < MostTogether && Stopwatch.GetElapsedTime(began) < LongEnough && Next() is { } passenger)
        {
            aboard.Add(passenger);
            var tx = new WriteScope(db, dialect, now);
            await db.ExecuteAsync("SAVEPOINT passenger", [], CancellationToken.None);
            var keep = await passenger.RideAsync(tx);
            db.ChangeTracker.Clear();

            // After these SQLite may have ended the whole transaction by itself.
            if (passenger.Failure is { } failure && StoreOutage.Is(failure)) throw failure;
            if (!keep) await db.ExecuteAsync("ROLLBACK TO passenger", [], CancellationToken.None);
            await db.ExecuteAsync("RELEASE passenger", [], CancellationToken.None);
            if (keep) rung.UnionWith(tx.Bells);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>The next one who still waits.</summary>
    private Passenger? Next()
    {
        while (true)
        {
            Passenger? next;
            lock (gate)
                if (!waiting.TryDequeue(out next))
                    return null;
            if (next.HasLeft) next.Arrive(new OperationCanceledException());
            else if (!next.Patient && next.Waited > Patience) next.Arrive(new StoreBusyException());
            else return next;
        }
    }

    private List<Passenger> All()
    {
        lock (gate)
        {
            List<Passenger> all = [.. waiting];
            waiting.Clear();
            return all;
        }
    }
}
