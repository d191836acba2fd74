using System.Numerics;

namespace PagoConsole.Core.Risk.BackTest.Search;

/// <summary>One bit for each order of a sample.</summary>
internal sealed class Bits
{
    private ulong[] words = new ulong[16];

    /// <summary>The bits, sixty-four to a word.</summary>
    public ReadOnlySpan<ulong> Words => words;

    public bool this[int place] => (words[place >> 6] >> (place & 63) & 1) != 0;

    public void Add(int place, bool bit)
    {
        if (place >> 6 == words.Length) Array.Resize(ref words, words.Length * 2);
        if (bit) words[place >> 6] |= 1UL << (place & 63);
        else words[place >> 6] &= ~(1UL << (place & 63));
    }

    /// <summary>Keeps every second bit of those there are.</summary>
    public void Halve(int count)
    {
        for (var place = 0; place < (count + 1) / 2; place++) Add(place, this[place * 2]);
    }

    /// <summary>How many bits are set in both.</summary>
    public static int CountBoth(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++) count += BitOperations.PopCount(a[i] & b[i]);
        return count;
    }
}
