using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Rates;

/// <summary>The exchange rates that were entered.</summary>
public sealed class RateBook(IDbContextFactory<PagoDb> contexts, LegalBook numbers)
{
    /// <summary>Rates that are shown, the newest.</summary>
    public const int Most = 100;

    /// <summary>The newest of them.</summary>
    public async Task<Result<IReadOnlyList<ExchangeRate>>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAml)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ExchangeRate>().AsNoTracking().OrderByDescending(r => r.Day).ThenByDescending(r => r.Id).Take(Most).ToListAsync(ct);
    }

    /// <summary>Those that can hold within some months.</summary>
    internal async Task<RateTable> ForAsync(PagoDb db, AmlMonth from, AmlMonth to, CancellationToken ct)
    {
        var (first, last) = (from.First.AddMonths(-3), to.First);
        return new RateTable(await db.Set<ExchangeRate>().AsNoTracking().Where(r => r.Day >= first && r.Day <= last).ToListAsync(ct), numbers);
    }
}
