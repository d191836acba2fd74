using System.Data.Common;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole.Hosting.Commands;

/// <summary>Walks the journal's hash chains and compares them with the daily seals, beside a console that may be running.</summary>
internal sealed class VerifyJournal : Verb
{
    private const string Order = "order";

    public override string Name => "verify-journal";

    public override string Arguments => "[--order ID]";

    public override string Does => "check the journal's hash chains and the daily seals; exit 1 and the first broken entry if one does not hold";

    public override async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var arguments = VerbArguments.Parse(args, Order);
        var builder = ConsoleBuilder.Create(arguments.Settings).AddLogs(toStandardError: true);
        builder.Services.AddStorage().AddJournal().AddSingleton<VerifyEvidence>();
        await using var app = builder.Build();
        app.Services.CheckSettings();
        return await CheckAsync(app.Services, arguments[Order], ct);
    }

    private static async Task<int> CheckAsync(IServiceProvider services, string? orderId, CancellationToken ct)
    {
        try
        {
            if (!await services.GetRequiredService<Migrator>().IsCurrentAsync(ct))
                return Say(["The store is empty or of another version: start the console once, then check again."], ExitCode.FoundFailure);
            var verdict = await services.GetRequiredService<VerifyEvidence>().RunAsync(orderId, ct);
            if (!verdict.Holds) return Say(VerdictWords.Of(verdict).Select(fault => $"The journal does not hold: {fault}"), ExitCode.FoundFailure);
            if (orderId is not null && verdict.Journal.Entries == 0) return Say([$"The journal has nothing of order {orderId}."], ExitCode.FoundFailure);
            return Say(
                [FormattableString.Invariant($"The journal holds: {verdict.Journal.Entries} entries in {verdict.Journal.Streams} streams, {verdict.Seals.Seals} daily seals.")],
                ExitCode.Done);
        }
        catch (DbException unreachable)
        {
            return Say([$"The store does not answer: {unreachable.Message}"], ExitCode.FoundFailure);
        }
    }

    private static int Say(IEnumerable<string> lines, int code)
    {
        foreach (var line in lines) Console.Out.WriteLine(line);
        return code;
    }
}
