using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Evidence;

/// <summary>Registers the files on orders.</summary>
public static class EvidenceRegistration
{
    /// <summary>Adds the file on an order and its unmasking.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services.AddSingleton<OrderFile>().AddSingleton<UnmaskOrder>();
}
