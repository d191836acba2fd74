using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.BackTest;

/// <summary>Registers the back-test.</summary>
internal static class BackTestRegistration
{
    public static IServiceCollection AddBackTest(this IServiceCollection services) => services
        .AddSingleton(s => new PublishedRules(s.GetRequiredService<IDbContextFactory<PagoDb>>()))
        .AddSingleton(s => new RunBackTest(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<PlaceFinder>(), s.GetRequiredService<RuleBook>()));
}
