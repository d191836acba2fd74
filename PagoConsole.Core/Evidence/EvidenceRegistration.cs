using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Evidence;

/// <summary>Registers the files on orders.</summary>
public static class EvidenceRegistration
{
    /// <summary>Adds the files on orders and cases, and unmasking.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services.AddSingleton<OrderFile>().AddSingleton<CaseFile>().AddSingleton<UnmaskOrder>();
}
