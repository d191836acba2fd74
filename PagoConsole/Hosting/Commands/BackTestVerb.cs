using System.Globalization;
using PagoConsole.Core.Risk.BackTest;

namespace PagoConsole.Hosting.Commands;

/// <summary>Replays history through a rule set, beside a console that may be running.</summary>
internal sealed class BackTestVerb : Verb
{
    private const string From = "from", To = "to", Rules = "rules", Precision = "precision", Suggest = "suggest", Json = "json";

    public override string Name => "backtest";

    public override string Arguments => "--from DAY --to DAY [--rules FILE.json] [--suggest [--precision P]] [--json]";

    public override string Does => "replay history through the active or given rules; with --suggest search better thresholds";

    public override Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var arguments = VerbArguments.Parse(args, words: 0, flags: [Suggest, Json], From, To, Rules, Precision);
        var (from, to) = (DayOf(arguments, From), DayOf(arguments, To));
        if (to < from) throw new UsageException("--to lies before --from.");
        var goal = GoalOf(arguments);
        if (arguments[Rules] is { } file && !File.Exists(file)) throw new UsageException($"There is no file {file}.");
        return RulesInStore.WithAsync(
            arguments.Settings,
            async services => await ReplayAsync(
                services, new BackTestQuery(from, to, await RulesInStore.ReadAsync(services, arguments[Rules], ct), goal), arguments.Has(Json), ct),
            ct);
    }

    private static async Task<int> ReplayAsync(IServiceProvider services, BackTestQuery query, bool asJson, CancellationToken ct)
    {
        using var progress = new ProgressLine<BackTestProgress>(Console.Error, isTerminal: !Console.IsErrorRedirected, p => p.Share, Words);
        var report = await services.GetRequiredService<RunBackTest>().RunAsync(query, progress, ct);
        progress.End();
        await (asJson ? Console.Out.WriteLineAsync(BackTestOutput.Json(report)) : BackTestOutput.TellAsync(Console.Out, report));
        return ExitCode.Done;
    }

    private static string Words(BackTestProgress progress, TimeSpan elapsed)
    {
        var left = progress.Share > 0 ? elapsed * ((1 - progress.Share) / progress.Share) : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Share * 100:F0} % · {progress.Replayed:N0} replayed · {progress.Counted:N0} counted · {progress.Replayed / Math.Max(0.001, elapsed.TotalSeconds):N0} orders/s · {left:h\\:mm\\:ss} left");
    }

    private static DateOnly DayOf(VerbArguments arguments, string option)
    {
        if (arguments[option] is not { } text) throw new UsageException($"backtest needs --{option} with a day, such as --{option} 2026-11-22.");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day is { Year: > 1970 and < 9000 }
            ? day
            : throw new UsageException($"--{option} takes a day, such as 2026-11-22; {text} is none.");
    }

    private static SearchGoal? GoalOf(VerbArguments arguments)
    {
        if (arguments[Precision] is not { } text) return arguments.Has(Suggest) ? new SearchGoal() : null;
        if (!arguments.Has(Suggest)) throw new UsageException("--precision goes with --suggest.");
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var precision) && precision is > 0 and <= 1
            ? new SearchGoal(precision)
            : throw new UsageException($"--precision takes a number above 0 up to 1, such as 0.9; {text} is none.");
    }
}
