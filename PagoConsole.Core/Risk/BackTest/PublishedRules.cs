using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.BackTest;

/// <summary>The rule sets that were published, for looking at and trying out; orders are assessed by <see cref="ActiveRules"/>.</summary>
public sealed class PublishedRules
{
    private readonly IDbContextFactory<PagoDb> contexts;

    internal PublishedRules(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>The newest, which is in force; version 0, the rules that a new installation starts with, where none was published yet.</summary>
    public async Task<(int Version, RuleSet Set)> NewestAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.Set<RuleSetRow>().AsNoTracking().OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct);
        return row is null ? (0, RuleSet.Default) : (row.Version, RuleSet.FromJson(row.Json));
    }
}
