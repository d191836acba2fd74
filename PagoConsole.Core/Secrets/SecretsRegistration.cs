using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Secrets;

/// <summary>Registers the secrets that can be changed without a restart.</summary>
public static class SecretsRegistration
{
    /// <summary>Adds them. Needs an <see cref="ISeal"/>; fill the shelf by <see cref="KeepSecrets.FillAsync"/> once the database is up to date.</summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.TryAddSingleton<SecretShelf>();
        services.TryAddSingleton<SelfAddress>();
        return services
            .AddSingleton<AddSecret>()
            .AddSingleton<EndSecret>()
            .AddSingleton<SecretList>()
            .AddSingleton<KeepSecrets>()
            .AddHostedService(s => s.GetRequiredService<KeepSecrets>());
    }

    /// <summary>Has settings pass through the shelf.</summary>
    internal static IServiceCollection AddSecretsOf<TOptions, TPut>(this IServiceCollection services)
        where TPut : class, IPostConfigureOptions<TOptions>
        where TOptions : class
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SecretShelf>();
        return services.AddSingleton<IPostConfigureOptions<TOptions>, TPut>().AddSingleton<IOptionsChangeTokenSource<TOptions>, ShelfChanges<TOptions>>();
    }
}
