using System.Globalization;

namespace PagoConsole.Benchmarks;

/// <summary>
/// The peak of what a process holds for itself, in megabytes: without the pages of the database's file, which SQLite maps and the system takes
/// back when it needs them.
/// </summary>
internal sealed class OwnMemory : IDisposable
{
    private readonly Timer sampling;
    private long peak;

    public OwnMemory() => sampling = new Timer(_ => peak = Math.Max(peak, Megabytes("RssAnon:")), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));

    /// <summary>The highest that was seen.</summary>
    public long Peak => peak;

    /// <summary>The highest with everything that is mapped.</summary>
    public static long PeakWithMapped => Megabytes("VmHWM:");

    public void Dispose() => sampling.Dispose();

    private static long Megabytes(string what) => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(what, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;
}
