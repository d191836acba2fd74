using System.Globalization;
using System.Text.Json;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;

namespace PagoConsole.Hosting.Commands;

/// <summary>Prints the rules in force.</summary>
internal sealed class ShowRules : Verb
{
    private const string Json = "json";

    private static readonly JsonSerializerOptions Indented = new(RuleSet.Json) { WriteIndented = true };

    public override string Name => "rules";

    public override string Arguments => "[--json]";

    public override string Does => "print the active rule set; with --json as backtest --rules reads it";

    public override Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var arguments = VerbArguments.Parse(args, words: 0, flags: [Json]);
        return RulesInStore.WithAsync(arguments.Settings, services => PrintAsync(services, arguments.Has(Json), ct), ct);
    }

    private static async Task<int> PrintAsync(IServiceProvider services, bool asJson, CancellationToken ct)
    {
        var (version, set) = await services.GetRequiredService<PublishedRules>().NewestAsync(ct);
        if (asJson) await Console.Out.WriteLineAsync(JsonSerializer.Serialize(set, Indented));
        else await TellAsync(Console.Out, version, set);
        return ExitCode.Done;
    }

    private static async Task TellAsync(TextWriter where, int version, RuleSet set)
    {
        var named = version == 0 ? "The default rules (none were published yet)" : $"Rule set {version.ToString(CultureInfo.InvariantCulture)}";
        await where.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{named}: review from {set.ReviewThreshold} points, 1 USD = {set.Rates.PenPerUsd} PEN (as of {set.Rates.AsOf:yyyy-MM-dd})"));
        var table = new TextTable("rule", "mode", "action", "settings");
        foreach (var entry in set.Rules) table.Add(entry.Rule, entry.Mode.ToString(), ActionOf(entry), SettingsOf(entry));
        await table.WriteAsync(where);
    }

    private static string ActionOf(RuleEntry entry) =>
        (entry.Action == RuleAction.Score ? string.Create(CultureInfo.InvariantCulture, $"Score {entry.Score}") : entry.Action.ToString())
        + (entry.VoucherMinutes is { } minutes ? string.Create(CultureInfo.InvariantCulture, $", voucher {minutes} min") : "");

    private static string SettingsOf(RuleEntry entry) => entry.Settings.ValueKind != JsonValueKind.Object
        ? ""
        : string.Join(", ", entry.Settings.EnumerateObject().Where(s => s.Value.ValueKind != JsonValueKind.Null).Select(s => $"{s.Name} {s.Value.GetRawText()}"));
}
