using BenchmarkDotNet.Running;
using PagoConsole.Benchmarks.Assessing;
using PagoConsole.Benchmarks.BackTesting;
using PagoConsole.Benchmarks.Day;
using PagoConsole.Benchmarks.Exporting;
using PagoConsole.Benchmarks.Following;
using PagoConsole.Benchmarks.LiveFeed;
using PagoConsole.Benchmarks.Previewing;
using PagoConsole.Benchmarks.Reconciling;
using PagoConsole.Benchmarks.Reviewing;
using PagoConsole.Benchmarks.Rules;

switch (args)
{
    case ["rules"]:
        BenchmarkRunner.Run<RuleEvaluation>();
        return 0;
    case ["assessing", .. var sizes]:
        await AssessingCost.RunAsync(sizes.Length > 0 ? [.. sizes.Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))] : [10_000, 1_000_000, 5_000_000]);
        return 0;
    case ["backtest", .. var sizes]:
        await ReplaySpeed.RunAsync(sizes.Length > 0 ? int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case ["preview", .. var sizes]:
        await PreviewSpeed.RunAsync(sizes.Length > 0 ? int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        return 0;
    case ["queue", .. var sizes]:
        await QueueSpeed.RunAsync(sizes.Length > 0 ? int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
        return 0;
    case ["reconcile", .. var sizes]:
        await ReconcileSpeed.RunAsync(sizes.Length > 0 ? int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case [ReconcileSpeed.Child, var way, var folder]:
        await ReconcileSpeed.RunOneAsync(way, folder);
        return 0;
    case ["overview", .. var sizes]:
        await OverviewSpeed.RunAsync(sizes.Length > 0 ? int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case ["expiry", .. var sizes]:
        await ExpirySpeed.RunAsync(sizes.Length > 0 ? int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        return 0;
    case ["workbook", .. var sizes]:
        await WorkbookSpeed.RunAsync(sizes.Length > 0 ? [.. sizes.Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))] : [100_000, 500_000]);
        return 0;
    case [WorkbookSpeed.Child, var way, var folder]:
        await WorkbookSpeed.RunOneAsync(way, folder);
        return 0;
    case ["feed", .. var sizes]:
        await FeedSpeed.RunAsync(sizes.Length > 0 ? int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture) : 200);
        return 0;
    case [FeedServer.Child, var pace, var rate]:
        await FeedServer.ServeAsync(int.Parse(pace, System.Globalization.CultureInfo.InvariantCulture), int.Parse(rate, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["day", .. var sizes]:
        return await DayCommand.RunAsync(sizes);
    default:
        await Console.Error.WriteLineAsync("rules | assessing [ORDERS …] | backtest [ORDERS] | preview [ORDERS] | queue [CASES] | reconcile [ORDERS] | workbook [LINES …] | overview [ORDERS] | expiry [ORDERS] | feed [PROGRAMS] | day [ORDERS [SPEED]]");
        return 2;
}
