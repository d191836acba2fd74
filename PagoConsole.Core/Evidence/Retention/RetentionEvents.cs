using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>What happens with retention, as the journal names it.</summary>
public static class RetentionEvents
{
    /// <summary>The stream of all runs.</summary>
    public const string Stream = "retention";

    /// <summary>A person confirmed a dry run: <c>{run, planned, cutoffs, held}</c>.</summary>
    public const string Started = "retention.started";

    /// <summary>All that was due is erased: <c>{run, done}</c>.</summary>
    public const string Ended = "retention.ended";

    /// <summary>The numbers of all runs that were started.</summary>
    internal static async Task<HashSet<int>> RunsAsync(PagoDb db, CancellationToken ct)
    {
        var started = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == Stream && e.Kind == Started).Select(e => e.Data).ToListAsync(ct);
        return [.. started.Select(NumberIn).OfType<int>()];
    }

    private static int? NumberIn(string data)
    {
        try
        {
            using var read = JsonDocument.Parse(data);
            return read.RootElement.TryGetProperty("run", out var run) && run.TryGetInt32(out var number) ? number : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
