using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk;

/// <summary>The rule set in force. Read inside the transaction that assesses, so that a publish switches all nodes between two orders.</summary>
public sealed class ActiveRules
{
    private readonly Writes writes;
    private readonly RuleBook book;
    private readonly ConcurrentDictionary<int, BoundRules> sets = new();

    internal ActiveRules(Writes writes, RuleBook book)
    {
        this.writes = writes;
        this.book = book;
    }

    /// <summary>The active version and its rules.</summary>
    /// <exception cref="InvalidOperationException">There is none: <see cref="EnsureAsync"/> was not called at start.</exception>
    public async Task<(int Version, BoundRules Rules)> ReadAsync(PagoDb db, CancellationToken ct)
    {
        var version = await db.ScalarAsync("SELECT max(version) FROM rule_sets", [], ct) is { } max
            ? Convert.ToInt32(max, null)
            : throw new InvalidOperationException("There is no rule set.");
        return (version, sets.TryGetValue(version, out var known) ? known : await LoadAsync(db, version, ct));
    }

    /// <summary>The same, and which draft judges beside them in shadow, with one question; null where none does.</summary>
    internal async Task<(int Version, BoundRules Rules, string? Shadow)> ReadForOrderAsync(PagoDb db, CancellationToken ct)
    {
        var (version, shadow) = (0, (string?)null);
        await db.EachAsync(
            "SELECT max(version), (SELECT max(shadow_id) FROM rule_shadows WHERE ended_at IS NULL) FROM rule_sets",
            [],
            row => (version, shadow) = (row.IsDBNull(0) ? 0 : row.GetInt32(0), row.IsDBNull(1) ? null : row.GetString(1)),
            ct);
        if (version == 0) throw new InvalidOperationException("There is no rule set.");
        return (version, sets.TryGetValue(version, out var known) ? known : await LoadAsync(db, version, ct), shadow);
    }

    /// <summary>Whether the newest rules that this node knows evaluate a rule: decides what is asked outside, before the transaction.</summary>
    public bool LatestAsks(string rule) => !sets.IsEmpty && sets[sets.Keys.Max()].Asks(rule);

    /// <summary>Puts the default rules in force where there are none yet, and reads those that are.</summary>
    public Task EnsureAsync(CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            await tx.LockNamesAsync(["rule_sets"], ct);
            if (await tx.Db.Set<RuleSetRow>().AnyAsync(ct))
            {
                await ReadAsync(tx.Db, ct);
                return;
            }

            var by = Actor.Job("setup");
            tx.Db.Add(new RuleSetRow
            {
                Version = 1,
                Json = RuleSet.Default.ToJson(),
                CreatedBy = by.Signature,
                CreatedAt = tx.Now,
                Comment = "Default rules",
            });
            tx.Journal("rules", "rules.published", by, new { version = 1 });
        },
        ct);

    private async Task<BoundRules> LoadAsync(PagoDb db, int version, CancellationToken ct)
    {
        var row = await db.Set<RuleSetRow>().AsNoTracking().SingleAsync(r => r.Version == version, ct);
        var set = RuleSet.FromJson(row.Json);
        if (book.Faults(set).FirstOrDefault() is { } fault) throw new InvalidOperationException($"Rule set {version}: {fault}");
        return sets[version] = book.Bind(set);
    }
}
