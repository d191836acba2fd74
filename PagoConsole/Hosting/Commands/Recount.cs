using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Risk.Counting;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole.Hosting.Commands;

/// <summary>Has the figures of the overview and of the rules counted anew from the journal, beside a console that may be running.</summary>
internal sealed class Recount : Verb
{
    public override string Name => "recount";

    public override string Arguments => "";

    public override string Does => "forget the counts of the overview and of the rules; the running console, or the next to start, counts them anew from the journal";

    public override async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var arguments = VerbArguments.Parse(args);
        var builder = ConsoleBuilder.Create(arguments.Settings).AddLogs(toStandardError: true);
        builder.Services.AddStorage().AddJournal().AddSingleton<ForgetCounts>().AddSingleton<ForgetRuleCounts>();
        await using var app = builder.Build();
        app.Services.CheckSettings();
        try
        {
            if (!await app.Services.GetRequiredService<Migrator>().IsCurrentAsync(ct))
                return Say("The store is empty or of another version: start the console once, then recount.", ExitCode.FoundFailure);
            await app.Services.GetRequiredService<ForgetCounts>().RunAsync(ct);
            await app.Services.GetRequiredService<ForgetRuleCounts>().RunAsync(ct);
            return Say("The counts are forgotten. A console that runs counts them anew, a thousand entries at a time.", ExitCode.Done);
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
