using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake.Import;

/// <summary>Registers the history import.</summary>
public static class ImportRegistration
{
    /// <summary>Adds it; needs the store and section <c>Payments</c>.</summary>
    public static IServiceCollection AddHistoryImport(this IServiceCollection services)
    {
        services.AddSingleton<HistoryWriter>();
        return services.AddSingleton(s => new ImportOrders(
            s.GetRequiredService<HistoryWriter>(), s.GetRequiredService<Dialect>(), s.GetRequiredService<IOptions<PaymentOptions>>(), s.GetRequiredService<TimeProvider>()));
    }
}
