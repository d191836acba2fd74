using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>Registers the journal.</summary>
public static class JournalRegistration
{
    /// <summary>Adds the journal's verifier and the tail that follows it.</summary>
    public static IServiceCollection AddJournal(this IServiceCollection services)
    {
        services.AddSingleton(s => new JournalVerifier(s.GetRequiredService<IDbContextFactory<PagoDb>>()));
        services.AddSingleton(s => new JournalTail(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(),
            s.GetRequiredService<Dialect>(),
            s.GetRequiredService<Bells>(),
            s.GetRequiredService<ILogger<JournalTail>>()));
        services.AddHostedService(s => s.GetRequiredService<JournalTail>());
        return services;
    }
}
