using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Risk.Counting;
using PagoConsole.Core.Risk.Performance;
using PagoConsole.Core.Risk.Watch;

namespace PagoConsole.Core.Risk;

/// <summary>Registers how the rules do.</summary>
public static class RuleFiguresRegistration
{
    /// <summary>Adds what counts their work, the watch after a publish, and their work over time.</summary>
    public static IServiceCollection AddRuleFigures(this IServiceCollection services) => services
        .AddRuleCounting()
        .AddSingleton<PerformanceBoard>()
        .AddSingleton<WatchBoard>()
        .AddSingleton<WatchRules>()
        .AddSingleton<IScheduledJob, WatchRulesJob>();
}
