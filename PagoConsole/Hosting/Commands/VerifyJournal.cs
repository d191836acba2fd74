using System.Data.Common;
using System.Text.Json;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole.Hosting.Commands;

/// <summary>Walks the journal's hash chains and compares them with the daily seals, beside a console that may be running.</summary>
internal sealed class VerifyJournal : Verb
{
    private const string Order = "order", Pack = "pack", Json = "json";

    public override string Name => "verify-journal";

    public override string Arguments => "[--order ID] [--pack FILE.zip] [--json]";

    public override string Does => "check the journal's hash chains and the daily seals, or a pack of evidence; exit 1 and what does not hold";

    public override async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var arguments = VerbArguments.Parse(args, words: 0, flags: [Json], Order, Pack);
        if (arguments[Pack] is { } file)
            return arguments[Order] is null ? await VerifyPack.RunAsync(file, arguments.Settings, arguments.Has(Json), Console.Out, ct) : throw new UsageException("--order and --pack do not go together.");
        var builder = ConsoleBuilder.Create(arguments.Settings).AddLogs(toStandardError: true);
        builder.Services.AddStorage().AddJournal().AddSingleton<VerifyEvidence>();
        await using var app = builder.Build();
        app.Services.CheckSettings();
        return await CheckAsync(app.Services, arguments[Order], arguments.Has(Json), ct);
    }

    private static async Task<int> CheckAsync(IServiceProvider services, string? orderId, bool asJson, CancellationToken ct)
    {
        try
        {
            if (!await services.GetRequiredService<Migrator>().IsCurrentAsync(ct))
                return Say(["The store is empty or of another version: start the console once, then check again."], ExitCode.FoundFailure);
            var verdict = await services.GetRequiredService<VerifyEvidence>().RunAsync(orderId, ct);
            if (asJson) return Say([JsonOf(verdict, orderId)], Known(verdict, orderId) && verdict.Holds ? ExitCode.Done : ExitCode.FoundFailure);
            if (!verdict.Holds) return Say(VerdictWords.Of(verdict).Select(fault => $"The journal does not hold: {fault}"), ExitCode.FoundFailure);
            if (!Known(verdict, orderId)) return Say([$"The journal has nothing of order {orderId}."], ExitCode.FoundFailure);
            return Say(
                [FormattableString.Invariant($"The journal holds: {verdict.Journal.Entries} entries in {verdict.Journal.Streams} streams, {verdict.Seals.Seals} daily seals.")],
                ExitCode.Done);
        }
        catch (DbException unreachable)
        {
            return Say([$"The store does not answer: {unreachable.Message}"], ExitCode.FoundFailure);
        }
    }

    private static bool Known(EvidenceVerdict verdict, string? orderId) => orderId is null || verdict.Journal.Entries > 0;

    private static string JsonOf(EvidenceVerdict verdict, string? orderId) => JsonSerializer.Serialize(
        new
        {
            holds = verdict.Holds && Known(verdict, orderId),
            order_id = orderId,
            entries = verdict.Journal.Entries,
            streams = verdict.Journal.Streams,
            seals = verdict.Seals.Seals,
            faults = VerdictWords.Of(verdict),
        },
        RuleSet.Json);

    private static int Say(IEnumerable<string> lines, int code)
    {
        foreach (var line in lines) Console.Out.WriteLine(line);
        return code;
    }
}
