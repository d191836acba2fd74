using System.Diagnostics;
using System.Globalization;

namespace PagoConsole.Benchmarks.Reconciling;

/// <summary>
/// A day of many orders against a report of as many lines, one in two hundred of them different: from the CSV to stored differences, as the
/// console does it, by an import and a full outer join in SQL, and by EF Core with tracking and LINQ. Each in a process of its own, so that its
/// peak of memory is its own.
/// </summary>
internal static class ReconcileSpeed
{
    public const string Child = "reconcile-one";
    private const int Rounds = 3;

    public static async Task RunAsync(int orders)
    {
        var folder = Directory.CreateTempSubdirectory("pago-reconcile-").FullName;
        try
        {
            Console.WriteLine($"{orders:N0} orders, {orders:N0} lines");
            await BigDay.MakeAsync(folder, orders);
            var ours = await MeasureAsync(folder, "ours");
            var sql = await MeasureAsync(folder, "sql");
            var ef = await MeasureAsync(folder, "ef");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"faster than the SQL join {sql.Seconds / ours.Seconds:F1} times, than EF {ef.Seconds / ours.Seconds:F1} times"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One way, in a process of its own: tells seconds, peak megabytes and differences.</summary>
    public static async Task RunOneAsync(string way, string folder)
    {
        var watch = Stopwatch.StartNew();
        var found = way switch
        {
            "ours" => await OurWay.RunAsync(folder),
            "sql" => await SqlWay.RunAsync(folder),
            "ef" => await EfWay.RunAsync(folder),
            _ => throw new ArgumentException($"There is no way {way}.", nameof(way)),
        };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F3} {PeakMegabytes()} {found}"));
    }

    private static async Task<(double Seconds, int Megabytes)> MeasureAsync(string folder, string way)
    {
        var rounds = new List<(double Seconds, int Megabytes, int Found)>();
        for (var round = 0; round < Rounds; round++)
        {
            var own = Path.Combine(folder, way);
            Directory.CreateDirectory(own);
            File.Copy(Path.Combine(folder, BigDay.Store), Path.Combine(own, BigDay.Store), overwrite: true);
            File.Copy(Path.Combine(folder, BigDay.Csv), Path.Combine(own, BigDay.Csv), overwrite: true);
            rounds.Add(await ChildAsync(way, own));
            Directory.Delete(own, recursive: true);
        }

        var median = rounds.OrderBy(r => r.Seconds).ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way,-5} {median.Seconds,7:F2} s  {rounds.Max(r => r.Megabytes),6} MB  {median.Found} differences"));
        return (median.Seconds, median.Megabytes);
    }

    private static async Task<(double Seconds, int Megabytes, int Found)> ChildAsync(string way, string folder)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Child, way, folder]) { RedirectStandardOutput = true })!;
        var told = (await child.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1].Split(' ');
        await child.WaitForExitAsync();
        return (double.Parse(told[0], CultureInfo.InvariantCulture), int.Parse(told[1], CultureInfo.InvariantCulture), int.Parse(told[2], CultureInfo.InvariantCulture));
    }

    private static long PeakMegabytes() =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
