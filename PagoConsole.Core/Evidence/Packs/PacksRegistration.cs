using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Evidence.Packs.Checking;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>Registers the chain of evidence and its packs.</summary>
public static class PacksRegistration
{
    /// <summary>Adds them; the host adds <see cref="IPackPages"/>.</summary>
    public static IServiceCollection AddPacks(this IServiceCollection services) => services
        .AddSingleton<EvidenceChain>()
        .AddSingleton<PackTickets>()
        .AddSingleton<CompareWithStore>()
        .AddSingleton(s => new MakePack(
            s.GetRequiredService<EvidenceChain>(), new RawBodies(s.GetRequiredService<IDbContextFactory<PagoDb>>()), s.GetRequiredService<SealBook>(), s.GetRequiredService<InstallationKey>(),
            s.GetRequiredService<IPackPages>(), s.GetRequiredService<Writes>()));
}
