using System.Runtime.CompilerServices;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>One number for each kind of identifier, and one for all orders together.</summary>
[InlineArray(Count)]
internal struct PerKind
{
    public const int Count = Kinds + 1;

    /// <summary>How many kinds of identifiers there are.</summary>
    public const int Kinds = 8;

    /// <summary>The place of the chain that holds all orders.</summary>
    public const int Everybody = Kinds;

    private int element;
}

/// <summary>A past order as the replay keeps it. Instants are Unix milliseconds, <see cref="Never"/> where there is none.</summary>
internal struct ReplayRow
{
    public const long Never = long.MaxValue;

    public string OrderId;
    public Currency Currency;
    public long PlacedAt, AmountMinor, PaidAt, ExpiredAt, RefundedAt, FraudAt;

    /// <summary>The slots of its identifiers; <see cref="KeyTable.None"/> where it has none of the kind.</summary>
    public PerKind Slots;

    /// <summary>The next older order with the same identifier.</summary>
    public PerKind Older;
}

/// <summary>The orders that are still of interest, numbered as they came; the oldest are dropped whole blocks at a time.</summary>
internal sealed class ReplayRows
{
    private const int BlockBits = 12;
    private readonly List<ReplayRow[]?> blocks = [];
    private readonly Stack<ReplayRow[]> spare = [];

    /// <summary>The number of the oldest one.</summary>
    public int First { get; private set; }

    /// <summary>The number that the next one gets.</summary>
    public int End { get; private set; }

    public ref ReplayRow this[int number] => ref blocks[number >> BlockBits]![number & ((1 << BlockBits) - 1)];

    /// <summary>Whether a link leads to an order that is still there.</summary>
    public bool Has(int number) => number >= First;

    public int Add(in ReplayRow row)
    {
        if (End >> BlockBits == blocks.Count) blocks.Add(spare.TryPop(out var block) ? block : new ReplayRow[1 << BlockBits]);
        this[End] = row;
        return End++;
    }

    public void DropFirst()
    {
        this[First].OrderId = "";
        First++;
        if ((First & ((1 << BlockBits) - 1)) != 0) return;
        var done = (First >> BlockBits) - 1;
        spare.Push(blocks[done]!);
        blocks[done] = null;
    }
}
