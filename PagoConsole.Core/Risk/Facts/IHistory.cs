using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>
/// Where answers come from: the database as it is now, or history replayed order by order. Both look at what had been accepted before the
/// order, never at the order itself, and never at more rows than their bounds say; a property test holds that they agree.
/// </summary>
internal interface IHistory
{
    /// <summary>The orders that share an identifier; counting stops at <paramref name="atMost"/>.</summary>
    ValueTask<long> OrdersAsync(IdentifierKind kind, OrderSubject order, Span span, int atMost, CancellationToken ct);

    /// <summary>All orders; counting stops at <paramref name="atMost"/>.</summary>
    ValueTask<long> OrdersOfEverybodyAsync(OrderSubject order, Span span, int atMost, CancellationToken ct);

    /// <summary>The accounts of the last <see cref="Bounds.Rows"/> orders with an identifier.</summary>
    ValueTask AccountsAsync(IdentifierKind kind, byte[] key, OrderSubject order, Span span, ISet<string> into, CancellationToken ct);

    /// <summary>The accounts of the last <see cref="Bounds.Rows"/> successful logins from a device.</summary>
    ValueTask LoginAccountsAsync(string device, OrderSubject order, Span span, ISet<string> into, CancellationToken ct);

    /// <summary>The phones, documents and shipping addresses on the last <see cref="Bounds.OrdersOfAccount"/> orders of an account.</summary>
    ValueTask<IReadOnlyList<IdentifierKey>> LinksOfAsync(string accountId, OrderSubject order, Span span, CancellationToken ct);

    /// <summary>The last orders with an identifier whose voucher had ended, or whose money had come, by the time of the order; newest first.</summary>
    ValueTask<IReadOnlyList<PastOrder>> PastAsync(IdentifierKind kind, OrderSubject order, Span span, int last, CancellationToken ct);

    /// <summary>When a person last took each device off the account.</summary>
    ValueTask<IReadOnlyDictionary<IdentifierKey, DateTimeOffset>> UnbindingsAsync(OrderSubject order, CancellationToken ct);

    /// <summary>The last <see cref="Bounds.Logins"/> logins of the account, oldest first.</summary>
    ValueTask<IReadOnlyList<SeenLogin>> LoginsAsync(OrderSubject order, Span span, CancellationToken ct);

    /// <summary>The list entries that name the order's account, contacts, device or network and hold at its instant.</summary>
    ValueTask<IReadOnlyList<ListedMatch>> ListsAsync(OrderSubject order, CancellationToken ct);
}

/// <summary>How far look-ups go, whatever the settings.</summary>
internal static class Bounds
{
    /// <summary>Rows of one identifier that are looked through for accounts.</summary>
    public const int Rows = 500;

    /// <summary>Orders of one account that are looked through.</summary>
    public const int OrdersOfAccount = 50;

    /// <summary>Logins of one account that are looked through.</summary>
    public const int Logins = 200;

    /// <summary>Accounts that the walk along a ring visits.</summary>
    public const int RingAccounts = 60;
}

/// <summary>An identifier by its hash.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Hash">The hash as one number.</param>
public readonly record struct IdentifierKey(IdentifierKind Kind, UInt128 Hash)
{
    /// <summary>Makes it of the stored bytes.</summary>
    public static IdentifierKey Of(IdentifierKind kind, ReadOnlySpan<byte> hash) => new(kind, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash));

    /// <summary>The stored bytes.</summary>
    public byte[] Bytes()
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Hash);
        return bytes;
    }
}

/// <summary>An earlier order as the rules look at it.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="Device">The device it came from.</param>
/// <param name="PaidAt">When its money came.</param>
/// <param name="ExpiredAt">When its voucher ended unpaid.</param>
/// <param name="RefundedAt">When its money had gone back.</param>
/// <param name="FraudAt">When it was called fraud; null if it was not.</param>
public sealed record PastOrder(
    string OrderId,
    Money Amount,
    DateTimeOffset PlacedAt,
    IdentifierKey? Device,
    DateTimeOffset? PaidAt,
    DateTimeOffset? ExpiredAt,
    DateTimeOffset? RefundedAt,
    DateTimeOffset? FraudAt);

/// <summary>A list entry that names something of the order.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Effect">What it means.</param>
/// <param name="Kind">What it names.</param>
public sealed record ListedMatch(string EntryId, ListEffect Effect, ListedKind Kind);
