using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Review.Links;

/// <summary>An account in the picture. Its orders of the last year count, to <see cref="LinkBounds.OrdersEach"/>.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Own">Whether it is the case's own.</param>
/// <param name="Orders">Its orders.</param>
/// <param name="Paid">Those that were ever paid.</param>
/// <param name="Fraud">Those that turned out to be fraud.</param>
/// <param name="Rejected">Those that were turned down.</param>
/// <param name="OpenFlags">Suspicions about it that nobody has cleared.</param>
public sealed record GraphAccount(string AccountId, bool Own, int Orders, int Paid, int Fraud, int Rejected, int OpenFlags)
{
    /// <summary>Whether there may be more orders than were counted.</summary>
    public bool MoreOrders => Orders >= LinkBounds.OrdersEach;
}

/// <summary>An identifier that at least two accounts of the picture use.</summary>
/// <param name="Id">Its number in this picture. A hash would let anybody try phone numbers until one fits.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Its value, masked; null where what was told of it is erased.</param>
/// <param name="OfOrder">Whether the case's own order carries it.</param>
public sealed record GraphIdentifier(int Id, IdentifierKind Kind, string? Label, bool OfOrder);

/// <summary>An account uses an identifier.</summary>
public sealed record GraphLink(string AccountId, int IdentifierId);

/// <summary>How many other accounts use an identifier of the order.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Its value, masked; null where what was told of it is erased.</param>
/// <param name="OtherAccounts">The other accounts among its latest <see cref="LinkBounds.OrdersEach"/> orders.</param>
/// <param name="More">Whether there may be more.</param>
public sealed record SharedIdentifier(IdentifierKind Kind, string? Label, int OtherAccounts, bool More);

/// <summary>Who hangs together with an order's account, and through what.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Accounts">The case's own account first, then those that share most with it.</param>
/// <param name="Identifiers">What ties them.</param>
/// <param name="Links">Which account uses which identifier.</param>
/// <param name="Shared">The order's own identifiers, the strongest kind first.</param>
/// <param name="Cut">Whether there is more than the bounds let in.</param>
public sealed record LinkGraph(
    string OrderId,
    IReadOnlyList<GraphAccount> Accounts,
    IReadOnlyList<GraphIdentifier> Identifiers,
    IReadOnlyList<GraphLink> Links,
    IReadOnlyList<SharedIdentifier> Shared,
    bool Cut);
