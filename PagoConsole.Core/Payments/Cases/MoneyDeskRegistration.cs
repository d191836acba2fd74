using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>Registers the desk for money that waits.</summary>
internal static class MoneyDeskRegistration
{
    public static IServiceCollection AddMoneyDesk(this IServiceCollection services) => services
        .AddSingleton<RefundBook>()
        .AddSingleton<MoneyEffects>()
        .AddSingleton<ShowPayee>()
        .AddSingleton<TakeProof>()
        .AddSingleton<RemindOfMoney>()
        .AddSingleton<IScheduledJob, MoneyAgeingJob>()
        .AddSingleton(s => new SettleMoneyCase(s.GetRequiredService<Writes>(), s.GetRequiredService<ActiveRules>(), Options(s), s.GetRequiredService<MoneyEffects>()))
        .AddSingleton(s => new RecordPayout(s.GetRequiredService<Writes>(), s.GetRequiredService<RefundLedger>()))
        .AddSingleton(s => new FailPayout(s.GetRequiredService<Writes>(), s.GetRequiredService<RefundLedger>()))
        .AddSingleton(s => new LookUpMoney(Contexts(s), s.GetRequiredService<Writes>(), s.GetRequiredService<IPaymentGateway>(), s.GetRequiredService<PaymentLedger>()))
        .AddSingleton(s => new MoneyQueue(Contexts(s), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new ExportMoneyCases(s.GetRequiredService<Writes>(), s.GetRequiredService<MoneyQueue>()))
        .AddSingleton(s => new MoneyCaseFile(Contexts(s), s.GetRequiredService<ActiveRules>(), Options(s), s.GetRequiredService<TimeProvider>()));

    private static IDbContextFactory<PagoDb> Contexts(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<PagoDb>>();

    private static IOptionsMonitor<PaymentOptions> Options(IServiceProvider services) => services.GetRequiredService<IOptionsMonitor<PaymentOptions>>();
}
