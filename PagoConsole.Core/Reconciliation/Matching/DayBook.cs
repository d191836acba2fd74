using System.IO.Hashing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>What the orders of a day come to in one currency.</summary>
internal sealed record BookedSum(Currency Currency)
{
    /// <summary>How many.</summary>
    public long Orders { get; set; }

    /// <summary>How much, in hundredths.</summary>
    public long Minor { get; set; }

    /// <summary>How much of it the history says went back; it names no day, so it counts for that of the payment.</summary>
    public long RefundedMinor { get; set; }
}

/// <summary>
/// The orders paid on a day, by payment and by order: some hundred bytes for each, so that a million of them fit beside everything else, in
/// whatever order the report names them. Ids are kept and compared as they are; of transactions and lines a keyed hash is kept.
/// </summary>
internal sealed class DayBook
{
    private const int None = -1;
    private const int BlockBits = 20;
    private const int PageBits = 14;

    /// <summary>Differs with each program start, so that nobody can choose ids that meet.</summary>
    private static readonly long Seed = Random.Shared.NextInt64();

    private readonly List<byte[]> blocks = [];
    private readonly List<Currency> currencies = [];
    private readonly List<byte[]> codes = [];
    private readonly List<Entry[]> pages = [];
    private int[] byPayment = Empty(1024);
    private int[] byOrder = Empty(1024);
    private int used = 1 << BlockBits;

    /// <summary>How many orders.</summary>
    public int Count { get; private set; }

    /// <summary>A keyed hash of some bytes; never 0.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes, Seed) is var hash and not 0 ? hash : 1;

    /// <summary>Puts an order in.</summary>
    public void Add(ReadOnlySpan<byte> paymentId, ReadOnlySpan<byte> orderId, Money amount, OrderStatus status, ReadOnlySpan<byte> transactionId, bool imported)
    {
        if (Count >> PageBits == pages.Count) pages.Add(new Entry[1 << PageBits]);
        this[Count++] = new Entry
        {
            Ids = Keep(paymentId, orderId),
            PaymentLength = (ushort)paymentId.Length,
            OrderLength = (ushort)orderId.Length,
            AmountMinor = amount.Minor,
            Currency = PlaceOf(amount.Currency),
            Status = status,
            Transaction = transactionId.IsEmpty ? 0 : HashOf(transactionId),
            Imported = imported,
        };
        if (Count * 2 > byPayment.Length) Grow();
        else Place(Count - 1);
    }

    /// <summary>What the orders come to, by currency.</summary>
    public IReadOnlyList<BookedSum> Sums()
    {
        var sums = currencies.ConvertAll(currency => new BookedSum(currency)).ToArray();
        for (var place = 0; place < Count; place++)
        {
            ref var entry = ref this[place];
            sums[entry.Currency].Orders++;
            sums[entry.Currency].Minor += entry.AmountMinor;
            if (entry is { Imported: true, Status: OrderStatus.Refunded }) sums[entry.Currency].RefundedMinor += entry.AmountMinor;
        }

        return sums;
    }

    /// <summary>The order of a payment; -1 where there is none.</summary>
    public int FindPayment(ReadOnlySpan<byte> paymentId) => Find(byPayment, paymentId, payments: true);

    /// <summary>The order of that id; -1 where there is none.</summary>
    public int FindOrder(ReadOnlySpan<byte> orderId) => Find(byOrder, orderId, payments: false);

    /// <summary>An order by its place.</summary>
    public ref Entry this[int place] => ref pages[place >> PageBits][place & ((1 << PageBits) - 1)];

    /// <summary>The id of the payment.</summary>
    public ReadOnlySpan<byte> PaymentOf(int place) => PaymentOf(in this[place]);

    /// <summary>The id of the order.</summary>
    public ReadOnlySpan<byte> OrderOf(int place) => OrderOf(in this[place]);

    /// <summary>The currency of the order.</summary>
    public Currency CurrencyOf(int place) => currencies[this[place].Currency];

    /// <summary>Its code in bytes.</summary>
    public ReadOnlySpan<byte> CodeOf(int place) => codes[this[place].Currency];

    private static int[] Empty(int size)
    {
        var table = new int[size];
        Array.Fill(table, None);
        return table;
    }

    private static int Slot(ReadOnlySpan<byte> id, int size) => (int)(HashOf(id) & (ulong)(size - 1));

    private ReadOnlySpan<byte> PaymentOf(in Entry entry) => Block(entry.Ids)[..entry.PaymentLength];

    private ReadOnlySpan<byte> OrderOf(in Entry entry) => Block(entry.Ids).Slice(entry.PaymentLength, entry.OrderLength);

    private ReadOnlySpan<byte> Block(int ids) => blocks[ids >> BlockBits].AsSpan(ids & ((1 << BlockBits) - 1));

    private int Find(int[] table, ReadOnlySpan<byte> id, bool payments)
    {
        if (id.IsEmpty) return None;
        for (var slot = Slot(id, table.Length); table[slot] is var place and not None; slot = (slot + 1) & (table.Length - 1))
        {
            ref var entry = ref this[place];
            if ((payments ? PaymentOf(in entry) : OrderOf(in entry)).SequenceEqual(id)) return place;
        }

        return None;
    }

    private void Grow()
    {
        (byPayment, byOrder) = (Empty(byPayment.Length * 2), Empty(byPayment.Length * 2));
        for (var place = 0; place < Count; place++) Place(place);
    }

    private void Place(int place)
    {
        Put(byPayment, PaymentOf(place), place);
        Put(byOrder, OrderOf(place), place);
    }

    private static void Put(int[] table, ReadOnlySpan<byte> id, int place)
    {
        var slot = Slot(id, table.Length);
        while (table[slot] != None) slot = (slot + 1) & (table.Length - 1);
        table[slot] = place;
    }

    private byte PlaceOf(Currency currency)
    {
        var place = currencies.IndexOf(currency);
        if (place >= 0) return (byte)place;
        currencies.Add(currency);
        codes.Add(System.Text.Encoding.ASCII.GetBytes(currency.Code));
        return (byte)(currencies.Count - 1);
    }

    // Two ids never lie in two blocks.
    private int Keep(ReadOnlySpan<byte> paymentId, ReadOnlySpan<byte> orderId)
    {
        var length = paymentId.Length + orderId.Length;
        if (used + length > 1 << BlockBits) (used, _) = (0, AddBlock());
        var block = blocks[^1];
        paymentId.CopyTo(block.AsSpan(used));
        orderId.CopyTo(block.AsSpan(used + paymentId.Length));
        var ids = ((blocks.Count - 1) << BlockBits) | used;
        used += length;
        return ids;
    }

    private int AddBlock()
    {
        blocks.Add(new byte[1 << BlockBits]);
        return blocks.Count;
    }

    /// <summary>One order.</summary>
    internal struct Entry
    {
        /// <summary>What it was placed for, in hundredths.</summary>
        public long AmountMinor;

        /// <summary>The hash of the transaction that paid it; 0 where none was named.</summary>
        public ulong Transaction;

        /// <summary>The hash of the first line that speaks of it; 0 as long as none did.</summary>
        public ulong FirstLine;

        /// <summary>Where its ids lie.</summary>
        public int Ids;

        /// <summary>Bytes of the payment's id.</summary>
        public ushort PaymentLength;

        /// <summary>Bytes of the order's id.</summary>
        public ushort OrderLength;

        /// <summary>Which currency.</summary>
        public byte Currency;

        /// <summary>Where it stands.</summary>
        public OrderStatus Status;

        /// <summary>Whether it comes from the marketplace's history.</summary>
        public bool Imported;

        /// <summary>Whether a line tells of it; another transaction's does not count.</summary>
        public bool IsTold;

        /// <summary>Whether such a line told that it was paid.</summary>
        public bool IsToldPaid;

        /// <summary>Whether a line that speaks of it disagrees with it.</summary>
        public bool Disagrees;
    }
}
