using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk;

/// <summary>Registers the risk engine.</summary>
public static class RiskRegistration
{
    /// <summary>Adds the rules, the assessor and the active rule set.</summary>
    public static IServiceCollection AddRisk(this IServiceCollection services)
    {
        services.AddSingleton<Rule, PaymentLimit>();
        services.AddSingleton<Rule, NewAccountHighValue>();
        services.AddSingleton(s => new Assessor(s.GetServices<Rule>()));
        services.AddSingleton(s => new ActiveRules(s.GetRequiredService<Writes>(), s.GetRequiredService<Assessor>()));
        return services;
    }
}
