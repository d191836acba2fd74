namespace PagoConsole.Core.Risk.Replay;

/// <summary>
/// A place for each identifier of one kind, found by its hash, and with it the newest order that carries it. A dictionary would take twice
/// the memory, of which there is much: millions of identifiers.
/// </summary>
internal sealed class KeyTable
{
    public const int None = -1;

    private int[] buckets = Filled(64);
    private UInt128[] keys = new UInt128[64];
    private int[] following = new int[64];
    private int[] heads = new int[64];
    private int used;
    private int free = None;

    /// <summary>The slot of a key, or <see cref="None"/>.</summary>
    public int Find(UInt128 key)
    {
        for (var slot = buckets[BucketOf(key)]; slot != None; slot = following[slot])
            if (keys[slot] == key) return slot;
        return None;
    }

    /// <summary>The slot of a key, made if there is none.</summary>
    public int Ensure(UInt128 key)
    {
        var slot = Find(key);
        if (slot != None) return slot;
        if (free != None) (slot, free) = (free, following[free]);
        else slot = Fresh();
        keys[slot] = key;
        heads[slot] = None;
        Hang(slot);
        return slot;
    }

    /// <summary>The newest order of a slot; <see cref="None"/> for a slot that was removed.</summary>
    public ref int Head(int slot) => ref heads[slot];

    public UInt128 KeyOf(int slot) => keys[slot];

    /// <summary>Gives a slot back.</summary>
    public void Remove(int slot)
    {
        ref var at = ref buckets[BucketOf(keys[slot])];
        while (at != slot) at = ref following[at];
        at = following[slot];
        heads[slot] = None;
        following[slot] = free;
        free = slot;
    }

    private int Fresh()
    {
        if (used == keys.Length)
        {
            Array.Resize(ref keys, used * 2);
            Array.Resize(ref following, used * 2);
            Array.Resize(ref heads, used * 2);
            buckets = Filled(used * 2);
            for (var slot = 0; slot < used; slot++) Hang(slot); // nothing is free now, else it would have been taken
        }

        return used++;
    }

    private void Hang(int slot)
    {
        ref var bucket = ref buckets[BucketOf(keys[slot])];
        following[slot] = bucket;
        bucket = slot;
    }

    // The keys are hashes already.
    private int BucketOf(UInt128 key) => (int)((uint)key & (uint)(buckets.Length - 1));

    private static int[] Filled(int length)
    {
        var all = new int[length];
        Array.Fill(all, None);
        return all;
    }
}
