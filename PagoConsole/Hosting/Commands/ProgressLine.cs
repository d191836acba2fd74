using System.Diagnostics;

namespace PagoConsole.Hosting.Commands;

/// <summary>Shows how far a verb is: a bar that moves on a terminal, a plain line every few seconds elsewhere.</summary>
/// <typeparam name="T">What the verb tells.</typeparam>
/// <param name="where">Where it is shown.</param>
/// <param name="isTerminal">Whether a line can be written over.</param>
/// <param name="share">The part that is done, 0 to 1.</param>
/// <param name="words">The figures in words, with the time that has passed.</param>
internal sealed class ProgressLine<T>(TextWriter where, bool isTerminal, Func<T, double> share, Func<T, TimeSpan, string> words) : IProgress<T>, IDisposable
    where T : class
{
    private const int Width = 30;
    private readonly TimeSpan every = isTerminal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5);
    private readonly long started = Stopwatch.GetTimestamp();
    private long told = Stopwatch.GetTimestamp();
    private T? untold;

    public void Report(T value)
    {
        untold = value;
        if (Stopwatch.GetElapsedTime(told) >= every) Tell();
    }

    /// <summary>Tells where it ended.</summary>
    public void End()
    {
        if (untold is null) return;
        Tell();
        if (isTerminal) where.WriteLine();
        where.Flush();
    }

    public void Dispose() => where.Flush();

    private void Tell()
    {
        if (untold is not { } progress) return;
        told = Stopwatch.GetTimestamp();
        var said = words(progress, Stopwatch.GetElapsedTime(started));
        if (isTerminal)
        {
            var filled = (int)(share(progress) * Width);
            where.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {said}  ");
        }
        else
        {
            where.WriteLine(said);
        }
    }
}
