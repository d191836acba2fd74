using System.Diagnostics;
using System.Globalization;

namespace PagoConsole.Benchmarks.Reconciling;

/// <summary>
/// A day of many orders against a report of as many lines, one in two hundred of them different: from the CSV to stored differences, as the
/// console does it, by an import and a full outer join in SQL, and by EF Core with tracking and LINQ. Each in a process of its own, so that its
/// peak of memory is its own, and twice there, on two copies of the store: as a command that was just started, and as a console at work.
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
            Console.WriteLine($"{"way",-5} {"cold",8} {"again",8} {"CPU",8} {"own",8} {"mapped",8} {"differences",12}");
            var (ours, sql, ef) = (await MeasureAsync(folder, "ours"), await MeasureAsync(folder, "sql"), await MeasureAsync(folder, "ef"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"faster than the SQL join {sql.Again / ours.Again:F1} times (cold {sql.Cold / ours.Cold:F1}), than EF {ef.Again / ours.Again:F1} times (cold {ef.Cold / ours.Cold:F1})"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One way, in a process of its own: tells seconds of the first and of the second time, processor seconds of the second, peak megabytes of the first, differences.</summary>
    public static async Task RunOneAsync(string way, string folder)
    {
        using var own = new OwnMemory();
        var cold = await TimeAsync(way, Path.Combine(folder, "1"));
        var (first, mapped) = (own.Peak, OwnMemory.PeakWithMapped);
        var again = await TimeAsync(way, Path.Combine(folder, "2"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{cold.Seconds:F3} {again.Seconds:F3} {again.Processor:F3} {first} {mapped} {again.Found}"));
    }

    private static async Task<(double Seconds, double Processor, int Found)> TimeAsync(string way, string folder)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var found = way switch
        {
            "ours" => await OurWay.RunAsync(folder),
            "sql" => await SqlWay.RunAsync(folder),
            "ef" => await EfWay.RunAsync(folder),
            _ => throw new ArgumentException($"There is no way {way}.", nameof(way)),
        };
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds, found);
    }

    private static async Task<(double Cold, double Again)> MeasureAsync(string folder, string way)
    {
        var rounds = new List<double[]>();
        for (var round = 0; round < Rounds; round++)
        {
            var own = Path.Combine(folder, way);
            foreach (var copy in (string[])["1", "2"])
            {
                Directory.CreateDirectory(Path.Combine(own, copy));
                foreach (var file in (string[])[BigDay.Store, BigDay.Csv]) File.Copy(Path.Combine(folder, file), Path.Combine(own, copy, file));
            }

            rounds.Add(await ChildAsync(way, own));
            Directory.Delete(own, recursive: true);
        }

        var (cold, again, cpu) = (Median(rounds, 0), Median(rounds, 1), Median(rounds, 2));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{way,-5} {cold,6:F2} s {again,6:F2} s {cpu,6:F2} s {rounds.Max(r => r[3]),5:F0} MB {rounds.Max(r => r[4]),5:F0} MB {rounds[0][5],12:F0}"));
        return (cold, again);
    }

    private static double Median(List<double[]> rounds, int figure) => rounds.Select(r => r[figure]).Order().ElementAt(Rounds / 2);

    private static async Task<double[]> ChildAsync(string way, string folder)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Child, way, folder]) { RedirectStandardOutput = true })!;
        var told = (await child.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1];
        await child.WaitForExitAsync();
        return [.. told.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
    }
}
