namespace PagoConsole.Core.Journal;

/// <summary>
/// Walks one stretch of streams, entry by entry. The heads were read before the entries: what lies behind a head was appended since and
/// belongs to a later check, so a console that goes on writing raises no alarm.
/// </summary>
internal sealed class JournalWalk(IReadOnlyDictionary<string, (long Position, byte[] Hash)> heads)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly byte[] hash = new byte[JournalHash.Length];
    private readonly byte[] scratch = new byte[JournalHash.Length];
    private readonly Dictionary<(string, long), PrivateRow> parts = [];
    private readonly List<long> missing = [];
    private string? stream;
    private long position;
    private long seq;
    private bool broken;

    /// <summary>The first fault of each stream.</summary>
    public List<JournalFault> Faults { get; } = [];

    /// <summary>Streams with entries and, when the heads were read, no head.</summary>
    public List<string> Headless { get; } = [];

    /// <summary>The last entry of streams that have entries behind the head: appended since, or by somebody who does not know of heads.</summary>
    public Dictionary<string, (long Position, long Seq)> Ahead { get; } = new(StringComparer.Ordinal);

    /// <summary>Private parts that are gone and that no entry up to the head accounts for, with the head of their stream.</summary>
    public List<(string Stream, long Position, long Head)> Unaccounted { get; } = [];

    /// <summary>Numbers under which private parts were erased.</summary>
    public HashSet<int> ErasedUnder { get; } = [];

    /// <summary>Entries that were checked.</summary>
    public long Entries { get; private set; }

    /// <summary>Takes the next page.</summary>
    public void Take(JournalPage page)
    {
        parts.Clear();
        foreach (var part in page.Private) parts[(part.Stream, part.Position)] = part;
        for (var i = 0; i < page.Count; i++) Take(page[i]);
        foreach (var left in parts.Values)
            if (heads.TryGetValue(left.Stream, out var head) && left.Position <= head.Position) Say(new JournalFault(JournalFaultKind.PrivateWithoutEntry, left.Stream, left.Position));
    }

    /// <summary>The stretch is at its end.</summary>
    public void End()
    {
        EndStream();
        foreach (var (name, _) in heads)
            if (!seen.Contains(name)) Say(new JournalFault(JournalFaultKind.Cut, name, 1));
    }

    private void Take(JournalRow row)
    {
        if (stream != row.Stream) Begin(row.Stream);
        if (!heads.TryGetValue(row.Stream, out var head))
        {
            parts.Remove((row.Stream, row.Position));
            return;
        }

        if (row.Position > head.Position)
        {
            Ahead[row.Stream] = (row.Position, row.Seq);
            parts.Remove((row.Stream, row.Position));
            return;
        }

        Entries++;
        if (!broken && Fault(row) is { } fault) Break(new JournalFault(fault, row.Stream, fault == JournalFaultKind.Missing ? position + 1 : row.Position, row.Seq));
        TakePrivate(row);
        (position, seq) = (row.Position, row.Seq);
        row.Hash.Bytes.CopyTo(hash);
    }

    private void TakePrivate(JournalRow row)
    {
        var there = parts.Remove((row.Stream, row.Position), out var part);
        if (there && !row.PrivateDigest.Bytes.SequenceEqual(JournalPrivate.DigestOf(part.Salt, part.Text)))
            Break(new JournalFault(JournalFaultKind.PrivateChanged, row.Stream, row.Position, row.Seq));
        else if (!there && !row.PrivateDigest.IsEmpty) missing.Add(row.Position);
        if (row.Kind != PrivateParts.Erased || PrivateParts.Read(row.Data) is not var (run, upTo)) return;
        ErasedUnder.Add(run);
        missing.RemoveAll(gone => gone <= upTo);
    }

    private JournalFaultKind? Fault(JournalRow row)
    {
        if (row.Position != position + 1) return JournalFaultKind.Missing;
        if (!row.PrevHash.Bytes.SequenceEqual(hash)) return JournalFaultKind.NotFollowing;
        if (!row.Fits(scratch)) return JournalFaultKind.Changed;
        return row.Seq <= seq ? JournalFaultKind.OutOfOrder : null;
    }

    private void Begin(string name)
    {
        EndStream();
        (stream, position, seq, broken) = (name, 0, 0, false);
        Array.Clear(hash);
        seen.Add(name);
        if (!heads.ContainsKey(name)) Headless.Add(name);
    }

    private void EndStream()
    {
        if (stream is null || !heads.TryGetValue(stream, out var head)) return;
        if (!broken && position != head.Position) Break(new JournalFault(JournalFaultKind.Cut, stream, position + 1));
        else if (!broken && !head.Hash.AsSpan().SequenceEqual(hash)) Break(new JournalFault(JournalFaultKind.HeadDiffers, stream, position, seq));
        foreach (var gone in missing) Unaccounted.Add((stream, gone, head.Position));
        missing.Clear();
        stream = null;
    }

    private void Break(JournalFault fault)
    {
        if (!broken) Say(fault);
        broken = true;
    }

    private void Say(JournalFault fault) => Faults.Add(fault);
}
