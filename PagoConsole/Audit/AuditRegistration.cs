using PagoConsole.Privacy;

namespace PagoConsole.Audit;

/// <summary>Registers the words of the audit and of personal data.</summary>
internal static class AuditRegistration
{
    public static IServiceCollection AddAuditWords(this IServiceCollection services) =>
        services.AddSingleton<AuditWords>().AddSingleton<InventoryWords>().AddSingleton<PersonArchive>();
}
