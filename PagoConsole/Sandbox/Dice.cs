namespace PagoConsole.Sandbox;

/// <summary>
/// Chance that can be repeated: SplitMix64, written out here because the stream of a seed must not change with
/// the runtime's version. Not for secrets.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice of one thing among many: the same seed and number always fall the same way.</summary>
    public static Dice For(long seed, long number) =>
        new(new Dice(unchecked((ulong)seed)).Next() ^ new Dice(unchecked((ulong)number * 0xD1342543DE82EF95)).Next());

    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from the first to the last, both included.</summary>
    public int Between(int first, int last) => first + (int)(Next() % (ulong)(last - first + 1));

    /// <summary>True in that share of throws; 0 never, 1 always.</summary>
    public bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    public string Digits(int count) => string.Create(count, this, static (text, dice) =>
    {
        for (var at = 0; at < text.Length; at++) text[at] = (char)('0' + dice.Between(0, 9));
    });

    public void Shuffle<T>(IList<T> items)
    {
        for (var last = items.Count - 1; last > 0; last--)
        {
            var other = Between(0, last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
