using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Counting;

/// <summary>Keeps the figures of the rules a second behind what happens.</summary>
internal sealed class RuleCountingPump(CountJudgements judgements, CountLabels labels, Bells bells, SelfAddress self, ILogger<RuleCountingPump> log)
    : Pump("counting rules", bells, self, log)
{
    public override async Task<bool> WorkAsync(CancellationToken ct) => await judgements.RunAsync(ct) | await labels.RunAsync(ct);
}

/// <summary>Forgets all figures of the rules: a console that runs counts them anew from the first order, a little at a time.</summary>
public sealed class ForgetRuleCounts(Writes writes)
{
    private static readonly string[] Tables =
        ["judged_hours", "rule_days", "rule_pair_days", "labelled_days", "counted_labels", "list_hits", "list_figures", "rule_counting"];

    /// <summary>Forgets.</summary>
    public Task RunAsync(CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            await tx.LockNamesAsync(["rule_counting"], ct);
            foreach (var table in Tables) await tx.Db.ExecuteAsync($"DELETE FROM {table}", [], ct);
        },
        ct);
}

/// <summary>Registers what counts.</summary>
internal static class CountingRegistration
{
    public static IServiceCollection AddRuleCounting(this IServiceCollection services) => services
        .AddSingleton<ForgetRuleCounts>()
        .AddSingleton(s => new CountJudgements(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>(), s.GetRequiredService<Dialect>()))
        .AddSingleton(s => new CountLabels(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>(), s.GetRequiredService<Dialect>()))
        .AddSingleton<IHostedService>(s => new RuleCountingPump(
            s.GetRequiredService<CountJudgements>(), s.GetRequiredService<CountLabels>(), s.GetRequiredService<Bells>(), s.GetRequiredService<SelfAddress>(),
            s.GetRequiredService<ILogger<RuleCountingPump>>()));
}
