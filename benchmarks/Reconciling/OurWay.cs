using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;

namespace PagoConsole.Benchmarks.Reconciling;

/// <summary>As the console does it: the report is read, checked and kept, then matched, and all of it is journalled.</summary>
internal static class OurWay
{
    public static async Task<int> RunAsync(string folder)
    {
        await using var services = BigDay.Services(folder, s => s
            .AddJournal().AddOutbox().AddAlarms().AddOrders().AddRisk().AddReview().AddPagoEfectivo().AddPayments().AddReconciliation());
        var by = Actor.Job("benchmark");
        await using var csv = File.OpenRead(Path.Combine(folder, BigDay.Csv));
        var report = await services.GetRequiredService<TakeInReport>().RunAsync(new NewReport(BigDay.Day, ReportSource.CommandLine), csv, by, default);
        if (Environment.GetEnvironmentVariable("PAGO_TELL") is not null) await Console.Error.WriteLineAsync($"taken in {report.Value.TookMs} ms");
        return (await services.GetRequiredService<ReconcileDay>().RunAsync(BigDay.Day, by, default)).Value.Differences.Values.Sum();
    }
}
