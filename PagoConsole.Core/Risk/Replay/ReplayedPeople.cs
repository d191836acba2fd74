using System.Runtime.InteropServices;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>What people said by hand: list entries and devices taken off accounts, each holding at the instants at which it held.</summary>
internal sealed class ReplayedPeople
{
    private readonly Dictionary<UInt128, List<Listed>> lists = [];
    private readonly Dictionary<string, List<(IdentifierKey Device, DateTimeOffset At)>> unbindings = new(StringComparer.Ordinal);

    public void Add(byte[] key, ListedMatch match, long createdAt, long? expiresAt, long? removedAt) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(lists, KeyOf(key), out _) ??= []).Add(new(match, createdAt, expiresAt, removedAt));

    public void Unbind(string accountId, byte[] device, DateTimeOffset at) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(unbindings, accountId, out _) ??= []).Add((IdentifierKey.Of(IdentifierKind.Device, device), at));

    public IReadOnlyList<ListedMatch> ListsFor(OrderSubject order)
    {
        if (lists.Count == 0) return [];
        var at = order.SeenAt.ToUnixTimeMilliseconds();
        var found = new List<ListedMatch>();
        foreach (var key in ListKeys.Of(order).Select(KeyOf).Distinct())
            if (lists.TryGetValue(key, out var entries)) found.AddRange(entries.Where(e => e.HoldsAt(at)).Select(e => e.Match));
        found.Sort((a, b) => string.CompareOrdinal(a.EntryId, b.EntryId));
        return found.Count > Bounds.Rows ? found[..Bounds.Rows] : found;
    }

    public IReadOnlyDictionary<IdentifierKey, DateTimeOffset> UnboundFrom(string accountId, DateTimeOffset seenAt)
    {
        var latest = new Dictionary<IdentifierKey, DateTimeOffset>();
        if (!unbindings.TryGetValue(accountId, out var all)) return latest;
        foreach (var (device, at) in all)
            if (at <= seenAt && !(latest.TryGetValue(device, out var known) && known >= at)) latest[device] = at;
        return latest;
    }

    private static UInt128 KeyOf(byte[] hash) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);

    private readonly record struct Listed(ListedMatch Match, long CreatedAt, long? ExpiresAt, long? RemovedAt)
    {
        public bool HoldsAt(long at) => CreatedAt <= at && !(ExpiresAt <= at) && !(RemovedAt <= at);
    }
}
