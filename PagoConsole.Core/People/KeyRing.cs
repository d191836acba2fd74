using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People;

/// <summary>Keeps the keys that protect cookies and forms. Asked at start and once in three months, so it may block.</summary>
public sealed class KeyRing
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;

    internal KeyRing(IDbContextFactory<PagoDb> contexts, Writes writes) => (this.contexts, this.writes) = (contexts, writes);

    /// <summary>All keys, as XML.</summary>
    public IReadOnlyList<string> Read()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Set<KeyRingKey>().AsNoTracking().OrderBy(key => key.Name).Select(key => key.Xml)];
    }

    /// <summary>Adds one; a name that is there already is left as it is.</summary>
    public async Task AddAsync(string name, string xml, CancellationToken ct) => await writes.DoAsync(
        tx => tx.Db.ExecuteAsync("INSERT INTO key_ring (name, xml) VALUES (@p0, @p1) ON CONFLICT (name) DO NOTHING", [name, xml], ct), ct);
}
