using BenchmarkDotNet.Running;
using PagoConsole.Benchmarks.Assessing;
using PagoConsole.Benchmarks.BackTesting;
using PagoConsole.Benchmarks.Day;
using PagoConsole.Benchmarks.Exporting;
using PagoConsole.Benchmarks.Following;
using PagoConsole.Benchmarks.Fuzzing;
using PagoConsole.Benchmarks.Intake;
using PagoConsole.Benchmarks.LiveFeed;
using PagoConsole.Benchmarks.Load;
using PagoConsole.Benchmarks.Previewing;
using PagoConsole.Benchmarks.Receiving;
using PagoConsole.Benchmarks.Reconciling;
using PagoConsole.Benchmarks.Reviewing;
using PagoConsole.Benchmarks.Rules;
using PagoConsole.Benchmarks.Verifying;

switch (args)
{
    case ["rules"]:
        BenchmarkRunner.Run<RuleEvaluation>();
        return 0;
    case ["assessing", .. var sizes]:
        await AssessingCost.RunAsync(sizes.Length > 0 ? [.. sizes.Select(s => Number(s))] : [10_000, 1_000_000, 5_000_000]);
        return 0;
    case ["backtest", .. var sizes]:
        await ReplaySpeed.RunAsync(sizes.Length > 0 ? Number(sizes[0]) : 1_000_000);
        return 0;
    case ["preview", .. var sizes]:
        await PreviewSpeed.RunAsync(sizes.Length > 0 ? Number(sizes[0]) : 100_000);
        return 0;
    case ["queue", .. var sizes]:
        await QueueSpeed.RunAsync(sizes.Length > 0 ? Number(sizes[0]) : 10_000);
        return 0;
    case ["reconcile", .. var sizes]:
        await ReconcileSpeed.RunAsync(sizes.Length > 0 ? Number(sizes[0]) : 1_000_000);
        return 0;
    case [ReconcileSpeed.Child, var way, var folder]:
        await ReconcileSpeed.RunOneAsync(way, folder);
        return 0;
    case ["overview", .. var sizes]:
        await OverviewSpeed.RunAsync(sizes.Length > 0 ? Number(sizes[0]) : 1_000_000);
        return 0;
    case ["expiry", .. var sizes]:
        await ExpirySpeed.RunAsync(sizes.Length > 0 ? Number(sizes[0]) : 100_000);
        return 0;
    case ["workbook", .. var sizes]:
        await WorkbookSpeed.RunAsync(sizes.Length > 0 ? [.. sizes.Select(s => Number(s))] : [100_000, 500_000]);
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
    case ["door", .. var wishes]:
        await DoorSpeed.RunAsync(wishes);
        return 0;
    case [Baselines.Child, var way, var store]:
        await Baselines.RunAsync(way, store);
        return 0;
    case ["fuzz", .. var sizes]:
        return await FuzzCommand.RunAsync(sizes.Length > 0 ? Number(sizes[0]) : 100_000, sizes.Length > 1 ? Number(sizes[1]) : Environment.TickCount & 0xFFFFFF);
    case ["orders", .. var wishes]:
        await OrderSpeed.RunAsync(wishes);
        return 0;
    case [OrdersHost.Child]:
        await OrdersHost.RunAsync();
        return 0;
    case [PlainOrders.Child, var provider, var store]:
        await PlainOrders.RunAsync(provider, store);
        return 0;
    case [LoadCommand.Child, var what, var url, var connections, var warmUp, var seconds]:
        await LoadCommand.RunAsync(what, url, Number(connections), Number(warmUp), Number(seconds));
        return 0;
    case ["verify", .. var sizes]:
        await VerifySpeed.RunAsync(sizes.Length > 0 ? Number(sizes[0]) : 1_000_000);
        return 0;
    case ["day", .. var sizes]:
        return await DayCommand.RunAsync(sizes);
    default:
        await Console.Error.WriteLineAsync("rules | door [sqlite|postgres] [CONNECTIONS …] [quick|flat] | orders [sqlite|postgres] [CONNECTIONS …] [quick|flat] | fuzz [REQUESTS [SEED]] | assessing [ORDERS …] | backtest [ORDERS] | preview [ORDERS] | queue [CASES] | reconcile [ORDERS] | workbook [LINES …] | overview [ORDERS] | expiry [ORDERS] | feed [PROGRAMS] | verify [ENTRIES] | day [ORDERS [SPEED]]");
        return 2;
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
