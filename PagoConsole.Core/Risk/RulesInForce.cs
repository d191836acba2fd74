using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk;

/// <summary>The rule set in force, with who made it and when.</summary>
/// <param name="Row">As it is stored.</param>
/// <param name="Set">Its rules.</param>
public sealed record RuleSetView(RuleSetRow Row, RuleSet Set);

/// <summary>Shows the rule set in force.</summary>
public sealed class RulesInForce(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Reads it.</summary>
    public async Task<Result<RuleSetView>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.Set<RuleSetRow>().AsNoTracking().OrderByDescending(r => r.Version).FirstAsync(ct);
        return new RuleSetView(row, RuleSet.FromJson(row.Json));
    }
}
