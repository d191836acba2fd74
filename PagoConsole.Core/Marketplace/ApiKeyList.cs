using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>All API keys, those that hold and those that once did.</summary>
public sealed class ApiKeyList(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Reads them, the newest first; nothing for those who may not manage access.</summary>
    public async Task<IReadOnlyList<ApiKey>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageAccess)) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ApiKey>().AsNoTracking().OrderByDescending(k => k.CreatedAt).ThenBy(k => k.KeyId).ToListAsync(ct);
    }
}
