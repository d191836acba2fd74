using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Evidence.Signing;

namespace PagoConsole.Core.Evidence;

/// <summary>Registers the files on orders.</summary>
public static class EvidenceRegistration
{
    /// <summary>
    /// Adds the files on orders and cases, unmasking, who saw what, the audit, the key that signs, packs of evidence, disputes, and the work
    /// against money laundering. Needs an <see cref="Foundation.ISeal"/> to sign, and the words of its workbooks.
    /// </summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<OrderFile>()
        .AddSingleton<CaseFile>()
        .AddSingleton<UnmaskOrder>()
        .AddSingleton<InstallationKey>()
        .AddPersonalData()
        .AddSingleton<AuditLog>()
        .AddSingleton<ExportAudit>()
        .AddPacks()
        .AddDisputes()
        .AddAml();

    private static IServiceCollection AddPersonalData(this IServiceCollection services) => services
        .AddSingleton<UnmaskAccount>()
        .AddSingleton<UnmaskListEntry>()
        .AddSingleton<UnmaskDelivery>()
        .AddSingleton<AccessLog>()
        .AddSingleton<ExportPerson>();
}
