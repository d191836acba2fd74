using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Core.Overview.Needs;
using PagoConsole.Core.Overview.Backlogs;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview;

/// <summary>Registers the overview.</summary>
public static class OverviewRegistration
{
    /// <summary>Adds what counts, today beside other days, what needs someone, and how PagoEfectivo does.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddCounting(CountedSource.Journal)
        .AddCounting(CountedSource.Calls)
        .AddSingleton(s => new TodayBoard(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<OpenCases>(), s.GetRequiredService<CallbackList>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new MoneyAndMessages(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<CallbackList>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new NeedList(
            s.GetRequiredService<OpenCases>(), s.GetRequiredService<AlarmList>(), s.GetRequiredService<JobBoard>(), s.GetRequiredService<MoneyAndMessages>(),
            s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new GatewayBoard(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<GatewayHealth>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new Backlog(s.GetRequiredService<IDbContextFactory<PagoDb>>()))
        .AddSingleton<ForgetCounts>()
        .AddSingleton<VoucherBoard>()
        .AddSingleton<MissedWebhooks>()
        .AddSingleton<WatchWebhooks>()
        .AddSingleton<IScheduledJob, WatchWebhooksJob>()
        .AddSingleton<Happenings>();

    private static IServiceCollection AddCounting(this IServiceCollection services, CountedSource source) => services.AddSingleton<IHostedService>(s => new CountingPump(
        $"counting {source.Name}",
        new CountOnwards(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>(), s.GetRequiredService<Dialect>(), source),
        s.GetRequiredService<Bells>(), s.GetRequiredService<SelfAddress>(), s.GetRequiredService<ILogger<CountingPump>>()));
}
