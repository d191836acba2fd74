using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Evidence.Signing;

namespace PagoConsole.Core.Evidence;

/// <summary>Registers the files on orders.</summary>
public static class EvidenceRegistration
{
    /// <summary>
    /// Adds the files on orders and cases, unmasking, who saw what, the audit, and the key that signs. Needs an <see cref="Foundation.ISeal"/> to sign.
    /// </summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<OrderFile>().AddSingleton<CaseFile>().AddSingleton<UnmaskOrder>().AddSingleton<InstallationKey>()
        .AddPersonalData()
        .AddSingleton<AuditLog>().AddSingleton<ExportAudit>();

    private static IServiceCollection AddPersonalData(this IServiceCollection services) => services
        .AddSingleton<UnmaskAccount>().AddSingleton<UnmaskListEntry>().AddSingleton<UnmaskDelivery>()
        .AddSingleton<AccessLog>().AddSingleton<ExportPerson>();
}
