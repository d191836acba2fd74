using System.Collections.Concurrent;

namespace PagoConsole.Core.PagoEfectivo.Announcements;

/// <summary>What answers have announced and is not kept yet. In memory: HTTP handlers do not write, and what is lost comes with the next answer.</summary>
internal sealed class AnnouncedChanges
{
    /// <summary>More different ones than an honest gateway announces; what comes beyond them waits for a restart.</summary>
    private const int Most = 500;

    private readonly ConcurrentDictionary<Announcement, bool> seen = new();
    private readonly ConcurrentQueue<Announcement> fresh = new();

    /// <summary>Takes note of what an answer announced; what was seen before is passed over.</summary>
    public void Add(IReadOnlyList<Announcement> read)
    {
        foreach (var announcement in read)
            if (seen.Count < Most && seen.TryAdd(announcement, true)) fresh.Enqueue(announcement);
    }

    /// <summary>What has come since this was last asked.</summary>
    public IReadOnlyList<Announcement> Take()
    {
        var taken = new List<Announcement>();
        while (fresh.TryDequeue(out var next)) taken.Add(next);
        return taken;
    }

    /// <summary>They could not be kept; they are taken again.</summary>
    public void GiveBack(IReadOnlyList<Announcement> taken)
    {
        foreach (var announcement in taken) fresh.Enqueue(announcement);
    }
}
