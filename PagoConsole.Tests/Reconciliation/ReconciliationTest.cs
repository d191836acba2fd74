using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake.Import;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;
using PagoConsole.Reconciliation.Workbooks;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Reconciliation;

/// <summary>Days, reports and orders in a real store, without a host.</summary>
public abstract class ReconciliationTest(StorageProvider provider) : MoneyPath(provider)
{
    private protected static Actor Job { get; } = Actor.Job("test");

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddReconciliation().AddWorkbookWords().AddHistoryImport();
    }

    /// <summary>Takes orders of the marketplace's history in: lines of an import file without its first.</summary>
    private protected async Task ImportAsync(IEnumerable<string> lines)
    {
        const string Header = "order_id,placed_at,amount,currency,account_id,account_created_at,ip,seller_id,status,paid_at,payment_id,cip,transaction_id";
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Header))));
        var report = (await Get<ImportOrders>().RunAsync(file, null, Ct)).Value;
        Assert.Equal(0, report.RefusedCount);
    }

    /// <summary>Takes a report in.</summary>
    private protected async Task<Report> TakeInAsync(DateOnly day, string csv, long? said = null)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return (await Get<TakeInReport>().RunAsync(new NewReport(day, ReportSource.Upload, said, "report.csv"), bytes, Job, Ct)).Value;
    }

    /// <summary>Takes a whole report in and matches its day.</summary>
    private protected async Task<Reconciled> ReconcileAsync(DateOnly day, string csv)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ReportState.Whole, (await TakeInAsync(day, csv)).State);
        return (await Get<ReconcileDay>().RunAsync(day, Job, Ct)).Value;
    }

    private protected async Task<List<Difference>> DifferencesAsync(DateOnly day)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<Difference>().AsNoTracking().Where(d => d.Day == day).OrderBy(d => d.Kind).ThenBy(d => d.Fact).ToListAsync(Ct);
    }
}
