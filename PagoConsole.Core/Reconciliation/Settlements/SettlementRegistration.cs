using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Registers settlement: fees, bank credits.</summary>
internal static class SettlementRegistration
{
    public static IServiceCollection AddSettlements(this IServiceCollection services) => services;
}
