using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;
using PagoConsole.Reconciliation.Workbooks;
using PagoConsole.Tests.Payments.Cases;
using static PagoConsole.Tests.Reconciliation.Differences.DifferencesToHave;

namespace PagoConsole.Tests.Reconciliation.Differences;

/// <summary>Differences over a real store with the real actions.</summary>
public abstract class DifferenceTest(StorageProvider provider) : MoneyDeskTest(provider)
{
    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddReconciliation().AddWorkbookWords();
    }

    private protected async Task<Difference> FoundAsync(Difference found)
    {
        await FindAsync(Get<Writes>(), Get<DifferenceFollowUp>(), found);
        return found;
    }

    private protected Task<Result<Difference>> DecideAsync(Difference found, DifferenceState to, Actor? by = null, int? seen = null, string note = "because") =>
        Get<DecideDifference>().RunAsync(found.DifferenceId, new DifferenceDecision(to, note, seen), by ?? DifferencesToHave.Fina, Ct);

    private protected Task<Difference> ReadAsync(Difference found) => ReadAsync(db => db.Set<Difference>().AsNoTracking().SingleAsync(d => d.DifferenceId == found.DifferenceId, Ct));

    private protected Task<ReconciledDay> DayAsync() => ReadAsync(db => db.Set<ReconciledDay>().AsNoTracking().SingleAsync(d => d.Day == Day, Ct));

    private protected Task<List<JournalEntry>> EntriesAsync(string stream) =>
        ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Position).ToListAsync(Ct));
}
