using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Registers settlement: fees, bank credits.</summary>
internal static class SettlementRegistration
{
    public static IServiceCollection AddSettlements(this IServiceCollection services) => services
        .AddSettings<FeeOptions>(ReconciliationOptions.Section)
        .AddSingleton<IValidateOptions<FeeOptions>, CheckFeeOptions>()
        .AddSingleton(s => new FeeSchedule(s.GetRequiredService<IOptions<FeeOptions>>()));
}
