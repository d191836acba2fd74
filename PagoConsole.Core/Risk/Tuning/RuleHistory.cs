using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Something that was done with the rules, as the journal keeps it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Kind">What: one of <see cref="RuleEvents"/>.</param>
/// <param name="Changes">The settings that were changed, if some were.</param>
/// <param name="Why">Why, if they said so.</param>
public sealed record RuleHistoryLine(DateTimeOffset At, string By, string Kind, IReadOnlyList<RuleChange> Changes, string? Why);

/// <summary>What was done with a draft, from the journal.</summary>
public sealed class RuleHistory(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Lines at most.</summary>
    public const int Most = 100;

    /// <summary>Reads it, newest first.</summary>
    public async Task<Result<IReadOnlyList<RuleHistoryLine>>> ReadAsync(string draftId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == RuleEvents.Stream && e.Data.Contains(draftId))
            .OrderByDescending(e => e.Position).Take(Most).ToListAsync(ct);
        return entries.ConvertAll(entry =>
        {
            var data = SettingText.Read<Told>(entry.Data);
            return new RuleHistoryLine(entry.At, entry.Actor, entry.Kind, data.Changes ?? [], data.Why);
        });
    }

    private sealed record Told(IReadOnlyList<RuleChange>? Changes, string? Why);
}
