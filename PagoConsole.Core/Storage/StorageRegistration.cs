using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Storage;

/// <summary>Registers the store.</summary>
public static class StorageRegistration
{
    /// <summary>Adds the database, its migrations and the unit of work; section <c>Storage</c>.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSettings<StorageOptions>(StorageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PagoDbFactory>();
        services.AddSingleton<IDbContextFactory<PagoDb>>(s => s.GetRequiredService<PagoDbFactory>());
        services.AddSingleton(s => s.GetRequiredService<PagoDbFactory>().Dialect);
        services.AddSingleton<WriteLane>();
        services.AddSingleton<WriterSeat>();
        services.AddSingleton<Bells>();
        services.AddSingleton(s => new Migrator(s.GetRequiredService<PagoDbFactory>(), s.GetRequiredService<ILogger<Migrator>>()));
        services.AddSingleton(s => new Writes(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(),
            s.GetRequiredService<Dialect>(),
            s.GetRequiredService<WriteLane>(),
            s.GetRequiredService<WriterSeat>(),
            s.GetRequiredService<Bells>(),
            s.GetRequiredService<TimeProvider>()));

        // For ASP.NET Core Identity, which saves by itself: its saves take turns in the lane.
        services.AddScoped(s =>
        {
            var db = s.GetRequiredService<PagoDbFactory>().CreateUnpooled();
            db.Lane = s.GetRequiredService<Dialect>() is { OneWriter: true } ? s.GetRequiredService<WriteLane>() : null;
            return db;
        });
        return services;
    }
}
