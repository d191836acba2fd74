using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>Registers invoice data.</summary>
internal static class InvoiceRegistration
{
    public static IServiceCollection AddInvoices(this IServiceCollection services) => services
        .AddSingleton<FillInvoices>()
        .AddSingleton<IScheduledJob, FillInvoicesJob>()
        .AddSingleton(s => new InvoiceGaps(Contexts(s)))
        .AddSingleton(s => new InvoiceTotals(Contexts(s)))
        .AddSingleton(s => new ExportInvoiceGaps(s.GetRequiredService<Writes>(), s.GetRequiredService<InvoiceGaps>()));

    private static IDbContextFactory<PagoDb> Contexts(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<PagoDb>>();
}
