using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>Which seals were made, and with which keys, as the journal tells it.</summary>
internal static class SealEventReader
{
    /// <summary>The root of each day in small hexadecimal; an entry that cannot be read is left to the check of its chain.</summary>
    public static async Task<Dictionary<DateOnly, string>> RootsAsync(PagoDb db, CancellationToken ct)
    {
        var roots = new Dictionary<DateOnly, string>();
        await EachAsync(
            db, SealEvents.Stream, SealEvents.Made,
            made => roots[DateOnly.ParseExact(made.GetProperty("day").GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture)] = made.GetProperty("root").GetString() ?? "", ct);
        return roots;
    }

    /// <summary>The public halves by key; only those of which the journal says the same as the table of keys, so that a key put in by hand signs nothing.</summary>
    public static async Task<Dictionary<string, string>> KeysAsync(PagoDb db, CancellationToken ct)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        await EachAsync(
            db, InstallationKey.Stream, InstallationKey.Made, made => told[made.GetProperty("keyId").GetString() ?? ""] = made.GetProperty("pem").GetString() ?? "", ct);
        return (await db.Set<SigningKey>().AsNoTracking().ToListAsync(ct)).Where(key => told.GetValueOrDefault(key.KeyId) == key.Pem).ToDictionary(key => key.KeyId, key => key.Pem);
    }

    // An entry that somebody changed so that it cannot be read is named by the check of its chain.
    private static async Task EachAsync(PagoDb db, string stream, string kind, Action<JsonElement> take, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == stream && e.Kind == kind).OrderBy(e => e.Position).Select(e => e.Data).ToListAsync(ct);
        foreach (var data in entries)
        {
            try
            {
                using var read = JsonDocument.Parse(data);
                take(read.RootElement);
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                continue;
            }
        }
    }
}
