using System.Diagnostics;

namespace PagoConsole.Core.Intake.Import;

/// <summary>
/// How many lines go into one transaction, and how long others may write after it. SQLite has one writer for all processes, and one that
/// waits looks again only every few milliseconds: so a console beside us gets in only if we hold the store shortly and leave it often.
/// </summary>
/// <param name="oneWriter">Whether the store has one writer only.</param>
internal sealed class ImportPace(bool oneWriter)
{
    private const int Fewest = 200;
    private const int Most = 1000;

    /// <summary>How long a transaction is to take.</summary>
    private static readonly TimeSpan Wanted = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Lines of the next transaction.</summary>
    public int Lines { get; private set; } = Fewest;

    /// <summary>Runs a transaction and learns from how long it took.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> transaction)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await transaction();
        var factor = Math.Clamp(Wanted / Stopwatch.GetElapsedTime(started), 0.5, 1.5);
        Lines = Math.Clamp((int)(Lines * factor), Fewest, Most);
        return result;
    }

    /// <summary>Lets others write.</summary>
    public Task PauseAsync(CancellationToken ct) => oneWriter ? Task.Delay(Pause, ct) : Task.CompletedTask;
}
