using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>Registers working differences off.</summary>
internal static class DifferenceRegistration
{
    public static IServiceCollection AddDifferences(this IServiceCollection services) => services
        .AddSingleton<DifferenceFollowUp>()
        .AddSingleton<FollowMoneyCases>()
        .AddHostedService<MoneyCasePump>()
        .AddSingleton<AssignDifference>()
        .AddSingleton(s => new DecideDifference(s.GetRequiredService<Writes>(), s.GetRequiredService<ActiveRules>(), Options(s)))
        .AddSingleton(s => new WorkManyDifferences(s.GetRequiredService<Writes>(), s.GetRequiredService<DecideDifference>()))
        .AddSingleton(s => new AskAboutDifference(Contexts(s), s.GetRequiredService<Writes>(), s.GetRequiredService<IPaymentGateway>(), s.GetRequiredService<PaymentLedger>()))
        .AddSingleton<AttachToDifference>()
        .AddSingleton<TakeAttachment>()
        .AddSingleton<DifferenceList>()
        .AddSingleton(s => new DifferenceFile(Contexts(s), s.GetRequiredService<ActiveRules>(), Options(s)));

    private static IDbContextFactory<PagoDb> Contexts(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<PagoDb>>();

    private static IOptionsMonitor<ReconciliationOptions> Options(IServiceProvider services) => services.GetRequiredService<IOptionsMonitor<ReconciliationOptions>>();
}
