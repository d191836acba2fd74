using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>Registers previews of drafts and the search for better thresholds.</summary>
internal static class PreviewRegistration
{
    public static IServiceCollection AddPreview(this IServiceCollection services) => services
        .AddSingleton(s => new PreviewRules(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<PlaceFinder>(), s.GetRequiredService<RuleBook>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new SuggestRules(s.GetRequiredService<RunBackTest>(), s.GetRequiredService<RuleBook>(), s.GetRequiredService<TimeProvider>()));
}
