using System.Diagnostics;
using System.Globalization;
using PagoConsole.Core.Intake.Import;

namespace PagoConsole.Hosting.Commands;

/// <summary>Shows how far an import is: a bar that moves on a terminal, a plain line every few seconds elsewhere.</summary>
internal sealed class ProgressLine(TextWriter where, bool isTerminal) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;
    private readonly TimeSpan every = isTerminal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5);
    private readonly long started = Stopwatch.GetTimestamp();
    private long told = Stopwatch.GetTimestamp();
    private ImportProgress? untold;

    public void Report(ImportProgress value)
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

    internal static string Words(ImportProgress progress, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.Share * 100:F0} % · {progress.Read:N0} read · {progress.Taken:N0} taken · {progress.Refused:N0} refused · {progress.Read / Math.Max(0.001, elapsed.TotalSeconds):N0} lines/s");

    private void Tell()
    {
        if (untold is not { } progress) return;
        told = Stopwatch.GetTimestamp();
        var words = Words(progress, Stopwatch.GetElapsedTime(started));
        if (isTerminal)
        {
            var filled = (int)(progress.Share * Width);
            where.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {words}  ");
        }
        else
        {
            where.WriteLine(words);
        }
    }
}
