using System.Globalization;

namespace PagoConsole.Benchmarks.Day;

/// <summary>The command <c>day</c>.</summary>
internal static class DayCommand
{
    /// <summary>Runs a day of so many orders, so many times as fast as the real one.</summary>
    /// <returns>0 when the books agree, else 1.</returns>
    public static async Task<int> RunAsync(string[] sizes)
    {
        var plan = new DayPlan();
        if (sizes.Length > 0) plan = plan with { Orders = int.Parse(sizes[0], CultureInfo.InvariantCulture) };
        if (sizes.Length > 1) plan = plan with { Speed = double.Parse(sizes[1], CultureInfo.InvariantCulture) };
        var report = await new SimulatedDay(plan, Program(), Console.WriteLine).RunAsync(CancellationToken.None);
        foreach (var (name, figure) in report.Figures) Console.WriteLine($"{name,-42}{figure,12}");
        foreach (var fault in report.Faults) Console.WriteLine($"FAULT {fault}");
        Console.WriteLine(report.Faults.Count == 0 ? "The books agree." : $"{report.Faults.Count} faults.");
        return report.Faults.Count == 0 ? 0 : 1;
    }

    // Beside this program, as the same build made it.
    private static string Program()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "PagoConsole", "bin", output.Parent.Name, output.Name, "PagoConsole.dll");
    }
}
