using System.Diagnostics;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake.Import;

/// <summary>
/// How many lines go into one transaction, and how long others may write after it. SQLite has one writer for all processes, and one that
/// waits looks again only every few milliseconds: so a console beside us gets in only if we hold the store shortly and leave it often.
/// While another process writes, it has the store half of the time.
/// </summary>
/// <param name="dialect">Whether there is one writer only, and what counts as an outage.</param>
internal sealed class ImportPace(Dialect dialect)
{
    private const int Fewest = 100;
    private const int Most = 2000;

    /// <summary>How often a transaction is tried while the store is busy or away; each try waits seconds for its turn.</summary>
    private const int Tries = 10;

    /// <summary>How long another process counts as writing after it has.</summary>
    private static readonly TimeSpan Neighbour = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Alone = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Beside = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ShortPause = TimeSpan.FromMilliseconds(8);

    private long? othersAt;
    private long others;

    /// <summary>Lines of the next transaction.</summary>
    public int Lines { get; private set; } = Fewest;

    private bool HasNeighbour => othersAt is { } at && Stopwatch.GetElapsedTime(at) < Neighbour;

    /// <summary>Runs a transaction, waits out a store that is busy, and learns from how long it took.</summary>
    public async Task<ChunkOutcome> MeasureAsync(Func<Task<ChunkOutcome>> transaction, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(transaction);
            }
            catch (Exception failure) when (attempt < Tries && dialect.IsOutage(failure))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), ct); // nothing of it was kept
            }
        }
    }

    /// <summary>Lets others write.</summary>
    public Task PauseAsync(CancellationToken ct) => dialect.OneWriter ? Task.Delay(HasNeighbour ? Beside : ShortPause, ct) : Task.CompletedTask;

    private async Task<ChunkOutcome> OnceAsync(Func<Task<ChunkOutcome>> transaction)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = await transaction();
        if (others != 0 && outcome.Others != others) othersAt = Stopwatch.GetTimestamp();
        others = outcome.Others;
        var factor = Math.Clamp((HasNeighbour ? Beside : Alone) / Stopwatch.GetElapsedTime(started), 0.5, 1.5);
        Lines = Math.Clamp((int)(Lines * factor), Fewest, Most);
        return outcome;
    }
}
