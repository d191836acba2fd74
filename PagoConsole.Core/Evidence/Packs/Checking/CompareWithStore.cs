using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Packs.Checking;

/// <summary>Holds a pack that holds by itself against this installation: its keys, its journal, and whether it knows of the pack.</summary>
public sealed class CompareWithStore(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Compares it; a pack that does not hold stays as it is.</summary>
    public async Task<PackVerdict> RunAsync(PackVerdict pack, CancellationToken ct)
    {
        if (!pack.Holds) return pack;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Set<SigningKey>().AnyAsync(key => key.KeyId == pack.KeyId, ct)) return pack with { Fault = new(PackFaultKind.KeyNotOurs, PackPaths.Key) };
        pack = pack.And(PackCheck.OwnKeys, 1);

        var stream = Order.StreamOf(pack.OrderId!);
        var hashes = await db.Set<JournalEntry>().AsNoTracking().Where(entry => entry.Stream == stream).OrderBy(entry => entry.Position)
            .Select(entry => new { entry.Position, entry.Hash }).ToDictionaryAsync(entry => entry.Position, entry => Convert.ToHexStringLower(entry.Hash), ct);
        for (var position = 1; position <= pack.Hashes.Count; position++)
            if (hashes.GetValueOrDefault(position) != pack.Hashes[position - 1]) return pack with { Fault = new(PackFaultKind.EntryNotOurs, PackPaths.Entry(position)) };
        var made = await db.Set<JournalEntry>().AsNoTracking().Where(entry => entry.Stream == stream && entry.Kind == OrderEvents.PackMade).Select(entry => entry.Data).ToListAsync(ct);
        return made.Exists(data => SumsOf(data) == pack.SumsSha256)
            ? pack.And(PackCheck.OwnJournal, pack.Hashes.Count)
            : pack with { Fault = new(PackFaultKind.PackNotOurs, PackPaths.Sums) };
    }

    private static string? SumsOf(string data) => JsonElement.Parse(data).TryGetProperty("sumsSha256", out var sum) ? sum.GetString() : null;
}
