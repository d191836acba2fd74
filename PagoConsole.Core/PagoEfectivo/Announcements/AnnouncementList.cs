using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.PagoEfectivo.Announcements;

/// <summary>The changes that PagoEfectivo announced.</summary>
public sealed class AnnouncementList
{
    private const int Most = 200;

    private readonly IDbContextFactory<PagoDb> contexts;

    internal AnnouncementList(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Reads them, the next one first; at most 200.</summary>
    public async Task<Result<IReadOnlyList<KeptAnnouncement>>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<KeptAnnouncement>().AsNoTracking().OrderBy(a => a.OnDay).ThenBy(a => a.Endpoint).Take(Most).ToListAsync(ct);
    }
}
