using System.Diagnostics;
using System.Globalization;
using PagoConsole.Benchmarks.Reconciling;

namespace PagoConsole.Benchmarks.Exporting;

/// <summary>
/// The workbook of a day with all its lines beside our orders, as the console writes it and with every cell in ClosedXML: each in a process of
/// its own, so that its peak of memory is its own. The store is read in both.
/// </summary>
internal static class WorkbookSpeed
{
    public const string Child = "workbook-one";
    private const int Rounds = 3;

    /// <summary>More lines than these take ClosedXML more memory than most machines have.</summary>
    private const int MostForClosedXml = 100_000;

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        Console.WriteLine($"{"lines",9}  {"way",-9} {"cold",8} {"again",8} {"CPU",8} {"own",8} {"mapped",8} {"file",8}");
        foreach (var lines in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("pago-workbook-").FullName;
            try
            {
                await BigDay.MakeAsync(folder, lines);
                await OurWay.RunAsync(folder);
                await TellAsync(lines, "ours", folder, Rounds);
                if (lines <= MostForClosedXml) await TellAsync(lines, "closedxml", folder, rounds: 1);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>
    /// One way, in a process of its own: tells seconds of the first and of a second time, processor seconds of the second, peak megabytes of its
    /// own and of all with the mapped pages of the database's file, and bytes of the file.
    /// </summary>
    public static async Task RunOneAsync(string way, string folder)
    {
        var file = Path.Combine(folder, $"{way}.xlsx");
        using var own = new OwnMemory();
        var cold = await WriteAsync(way, folder, file);
        var again = way == "ours" ? await WriteAsync(way, folder, file) : cold;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cold.Seconds:F3} {again.Seconds:F3} {again.Processor:F3} {own.Peak} {OwnMemory.PeakWithMapped} {new FileInfo(file).Length}"));
    }

    private static async Task<(double Seconds, double Processor)> WriteAsync(string way, string folder, string file)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await (way == "ours" ? BookWays.OursAsync(folder, file) : BookWays.ClosedXmlAsync(folder, file));
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static async Task TellAsync(int lines, string way, string folder, int rounds)
    {
        var told = new List<double[]>();
        for (var round = 0; round < rounds; round++)
        {
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Child, way, folder]) { RedirectStandardOutput = true })!;
            var text = (await child.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1];
            await child.WaitForExitAsync();
            told.Add([.. text.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))]);
        }

        var median = told.OrderBy(t => t[0]).ElementAt(rounds / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{lines,9:N0}  {way,-9} {median[0],6:F2} s {median[1],6:F2} s {median[2],6:F2} s {told.Max(t => t[3]),5:F0} MB {told.Max(t => t[4]),5:F0} MB {median[5] / 1024 / 1024,5:F1} MB"));
    }
}
