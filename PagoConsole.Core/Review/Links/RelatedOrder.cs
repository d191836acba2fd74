using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Review.Links;

/// <summary>Another order that has something in common with one, and its fate.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why, as the order keeps it: a stable word.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Fraud">Whether it turned out to be fraud; null while nobody has said.</param>
/// <param name="Shared">What they have in common, the account first.</param>
public sealed record RelatedOrder(
    string OrderId,
    OrderStatus Status,
    string? Reason,
    Money Amount,
    DateTimeOffset PlacedAt,
    string AccountId,
    bool? Fraud,
    IReadOnlyList<IdentifierKind> Shared);

/// <summary>How many other orders have one identifier of the order in common with it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many, to <see cref="LinkBounds.RelatedEach"/>.</param>
/// <param name="More">Whether there are more.</param>
public sealed record RelatedCount(IdentifierKind Kind, int Count, bool More);

/// <summary>The other orders around one.</summary>
/// <param name="Orders">The latest first.</param>
/// <param name="Kinds">How many by each identifier that the order carries, the account first.</param>
/// <param name="More">Whether there are more than are listed.</param>
public sealed record RelatedOrderList(IReadOnlyList<RelatedOrder> Orders, IReadOnlyList<RelatedCount> Kinds, bool More);
