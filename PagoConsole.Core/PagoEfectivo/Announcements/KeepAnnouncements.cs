using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.PagoEfectivo.Announcements;

/// <summary>Keeps what PagoEfectivo announced, with one alarm for each endpoint and day however often and on however many nodes it is heard.</summary>
internal sealed class KeepAnnouncements(AnnouncedChanges announced, Writes writes, Bells bells, SelfAddress self, ILogger<KeepAnnouncements> log)
    : Pump("announcements", bells, self, log)
{
    private static readonly Actor By = Actor.Job("announcements");

    public override async Task<bool> WorkAsync(CancellationToken ct)
    {
        var taken = announced.Take();
        if (taken.Count == 0) return false;
        try
        {
            await writes.DoAsync(tx => KeepAsync(tx, taken, ct), ct);
        }
        catch
        {
            announced.GiveBack(taken);
            throw;
        }

        return false;
    }

    private static async Task KeepAsync(WriteScope tx, IReadOnlyList<Announcement> taken, CancellationToken ct)
    {
        await tx.LockNamesAsync(["announcements"], ct);
        foreach (var heard in taken)
        {
            if (await tx.Db.Set<KeptAnnouncement>().FindAsync([heard.Endpoint, heard.Kind, heard.On], ct) is not null) continue;
            tx.Db.Add(new KeptAnnouncement { Endpoint = heard.Endpoint, Kind = heard.Kind, OnDay = heard.On, Link = heard.Link, FirstSeenAt = tx.Now });
            var day = heard.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await tx.AlarmAsync(AlarmOf(heard.Kind), $"{heard.Endpoint} · {day}", By, ct, details: [day, heard.Link ?? "–"]);
        }
    }

    private static AlarmKind AlarmOf(AnnouncementKind kind) => kind switch
    {
        AnnouncementKind.Sunset => AlarmKind.GatewaySunset,
        AnnouncementKind.Deprecation => AlarmKind.GatewayDeprecation,
    };
}
