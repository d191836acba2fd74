using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>The rate by which dollars are shown in soles, with its date.</summary>
public sealed class DatedRate
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly ActiveRules rules;

    internal DatedRate(IDbContextFactory<PagoDb> contexts, ActiveRules rules)
    {
        this.contexts = contexts;
        this.rules = rules;
    }

    /// <summary>Reads it.</summary>
    public async Task<RiskRates> ReadAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await rules.ReadAsync(db, ct)).Rules.Set.Rates;
    }
}
