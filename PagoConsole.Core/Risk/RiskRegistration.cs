using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk;

/// <summary>Registers the risk engine.</summary>
public static class RiskRegistration
{
    /// <summary>Adds the rules, their facts and figures, the active rule set, accounts, lists, places, back-tests and previews.</summary>
    public static IServiceCollection AddRisk(this IServiceCollection services)
    {
        foreach (var rule in typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract))
            services.AddSingleton(typeof(Rule), rule);
        services.AddSingleton(s => new RuleBook(s.GetServices<Rule>()));
        services.AddSingleton(s => new ActiveRules(s.GetRequiredService<Writes>(), s.GetRequiredService<RuleBook>()));
        services.TryAddSingleton<IDeviceReputation, NobodyAsked>();
        services.AddSingleton<LiveFacts>();
        services.AddSingleton<LoginWatch>();
        services.AddSingleton<AccountFile>().AddSingleton<AccountSearch>().AddSingleton<ClearFlag>().AddSingleton<UnbindDevice>();
        services.AddSingleton<AddToList>().AddSingleton<RemoveFromList>().AddSingleton<ListBook>().AddSingleton<ListHits>().AddSingleton<ImportList>().AddSingleton<ExportList>();
        services.AddSingleton<RulesInForce>().AddSingleton<RuleStatistics>();
        return services.AddPlaces().AddBackTest().AddPreview().AddTuning();
    }
}
