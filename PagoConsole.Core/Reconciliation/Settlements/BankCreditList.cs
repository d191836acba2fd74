using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Bank credits of a period, the struck-out ones among them.</summary>
/// <param name="Credits">Newest first.</param>
/// <param name="More">Whether there are more than are shown.</param>
public sealed record BankCredits(IReadOnlyList<BankCredit> Credits, bool More);

/// <summary>The list of bank credits.</summary>
public sealed class BankCreditList
{
    /// <summary>Credits that are shown at most, unless more are asked for.</summary>
    public const int Most = 200;

    private readonly IDbContextFactory<PagoDb> contexts;

    internal BankCreditList(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Reads the credits of a filter.</summary>
    public async Task<Result<BankCredits>> ReadAsync(SettlementFilter asked, Actor viewer, CancellationToken ct, int most = Most)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        var filter = asked.Bounded();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var credits = await db.Set<BankCredit>().AsNoTracking()
            .Where(c => c.Date >= filter.From && c.Date <= filter.To && (filter.Currency == null || c.Currency == filter.Currency))
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.CreditId).Take(most + 1).ToListAsync(ct);
        return new BankCredits([.. credits.Take(most)], credits.Count > most);
    }
}
