using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>Registers working differences off.</summary>
internal static class DifferenceRegistration
{
    public static IServiceCollection AddDifferences(this IServiceCollection services) => services.AddSingleton<DifferenceFollowUp>();
}
