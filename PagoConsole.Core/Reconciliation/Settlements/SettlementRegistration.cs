using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Registers settlement: fees, bank credits.</summary>
internal static class SettlementRegistration
{
    public static IServiceCollection AddSettlements(this IServiceCollection services) => services
        .AddSettings<FeeOptions>(ReconciliationOptions.Section)
        .AddSingleton<IValidateOptions<FeeOptions>, CheckFeeOptions>()
        .AddSingleton(s => new FeeSchedule(s.GetRequiredService<IOptions<FeeOptions>>()))
        .AddSingleton(s => new SettlementBoard(Contexts(s), s.GetRequiredService<ActiveRules>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new SellerSettlement(Contexts(s), s.GetRequiredService<FeeSchedule>()))
        .AddSingleton(s => new MonthCharges(Contexts(s), s.GetRequiredService<FeeSchedule>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new BankCreditList(Contexts(s)))
        .AddSingleton(s => new TakeBankCredits(s.GetRequiredService<Writes>()))
        .AddSingleton(s => new VoidBankCredit(s.GetRequiredService<Writes>()));

    private static IDbContextFactory<PagoDb> Contexts(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<PagoDb>>();
}
