using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole.Hosting.Commands;

/// <summary>Walks the journal's hash chains beside a console that may be running.</summary>
internal sealed class VerifyJournal : Verb
{
    private const string Order = "order";

    public override string Name => "verify-journal";

    public override string Arguments => "[--order ID]";

    public override string Does => "check the journal's hash chains; exit 1 and the first broken entry if one does not hold";

    public override async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var arguments = VerbArguments.Parse(args, Order);
        var builder = ConsoleBuilder.Create(arguments.Settings).AddLogs(toStandardError: true);
        builder.Services.AddStorage().AddJournal();
        await using var app = builder.Build();
        app.Services.CheckSettings();
        return await CheckAsync(app.Services, arguments[Order], ct);
    }

    private static async Task<int> CheckAsync(IServiceProvider services, string? orderId, CancellationToken ct)
    {
        try
        {
            if (!await services.GetRequiredService<Migrator>().IsCurrentAsync(ct))
                return Say("The store is empty or of another version: start the console once, then check again.", ExitCode.FoundFailure);
            var verdict = await services.GetRequiredService<JournalVerifier>().VerifyAsync(orderId, ct);
            if (verdict.Broken is { } broken) return Say($"The journal does not hold: {broken}", ExitCode.FoundFailure);
            if (orderId is not null && verdict.Entries == 0) return Say($"The journal has nothing of order {orderId}.", ExitCode.FoundFailure);
            return Say(FormattableString.Invariant($"The journal holds: {verdict.Entries} entries in {verdict.Streams} streams."), ExitCode.Done);
        }
        catch (DbException unreachable)
        {
            return Say($"The store does not answer: {unreachable.Message}", ExitCode.FoundFailure);
        }
    }

    private static int Say(string words, int code)
    {
        Console.Out.WriteLine(words);
        return code;
    }
}
