using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Places;

/// <summary>Registers what tells where an address is.</summary>
public static class PlacesRegistration
{
    /// <summary>Adds <see cref="PlaceFinder"/>; section <c>Risk</c>.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services)
    {
        services.AddSettings<PlacesOptions>(PlacesOptions.Section);
        services.AddSingleton<IValidateOptions<PlacesOptions>, CheckCountryDatabase>();
        return services.AddSingleton<PlaceFinder>();
    }
}
