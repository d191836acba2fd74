using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk;

/// <summary>The rule set in force. Read inside the transaction that assesses, so that a publish switches all nodes between two orders.</summary>
public sealed class ActiveRules
{
    private readonly Writes writes;
    private readonly Assessor assessor;
    private readonly ConcurrentDictionary<int, RuleSet> sets = new();

    internal ActiveRules(Writes writes, Assessor assessor)
    {
        this.writes = writes;
        this.assessor = assessor;
    }

    /// <summary>The active version and its rules.</summary>
    /// <exception cref="InvalidOperationException">There is none: <see cref="EnsureAsync"/> was not called at start.</exception>
    public async Task<(int Version, RuleSet Set)> ReadAsync(PagoDb db, CancellationToken ct)
    {
        var version = await db.ScalarAsync("SELECT max(version) FROM rule_sets", [], ct) is { } max
            ? Convert.ToInt32(max, null)
            : throw new InvalidOperationException("There is no rule set.");
        return (version, sets.TryGetValue(version, out var known) ? known : await LoadAsync(db, version, ct));
    }

    /// <summary>Puts the default rules in force where there are none yet.</summary>
    public Task EnsureAsync(CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            await tx.LockNamesAsync(["rule_sets"], ct);
            if (await tx.Db.Set<RuleSetRow>().AnyAsync(ct)) return;
            var by = Actor.Job("setup");
            tx.Db.Add(new RuleSetRow
            {
                Version = 1,
                Json = JsonSerializer.Serialize(RuleSet.Default, RuleSet.Json),
                CreatedBy = by.Signature,
                CreatedAt = tx.Now,
                Comment = "Default rules",
            });
            tx.Journal("rules", "rules.published", by, new { version = 1 });
        },
        ct);

    private async Task<RuleSet> LoadAsync(PagoDb db, int version, CancellationToken ct)
    {
        var row = await db.Set<RuleSetRow>().AsNoTracking().SingleAsync(r => r.Version == version, ct);
        var set = JsonSerializer.Deserialize<RuleSet>(row.Json, RuleSet.Json)!;
        if (assessor.Faults(set).FirstOrDefault() is { } fault) throw new InvalidOperationException($"Rule set {version}: {fault}");
        return sets[version] = set;
    }
}
