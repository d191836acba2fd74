using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Intake;

/// <summary>An order that was taken in.</summary>
/// <param name="Order">The order; null if it was here before.</param>
/// <param name="Create">The command that makes its payable code, claimed for the caller, if it was approved.</param>
internal sealed record TakenOrder(Order? Order, GatewayCommand? Create);

/// <summary>What can be worked out of an order's content before it is its turn: while one writes, the others wait.</summary>
/// <param name="Content">The order, parsed and checked for form.</param>
/// <param name="Hash">Of its content.</param>
/// <param name="Json">Its content.</param>
/// <param name="Subject">It as the rules look at it, but for its instants.</param>
/// <param name="Names">Who else names one of these comes before or after it, never beside it.</param>
internal sealed record PreparedOrder(OrderContent Content, byte[] Hash, string Json, OrderSubject Subject, IReadOnlyList<string> Names)
{
    public static PreparedOrder Of(OrderContent content)
    {
        var names = Identifiers.Of(content).Where(i => i.Kind != IdentifierKind.Seller).Select(i => $"{i.Kind}:{i.Value}").Append($"order:{content.OrderId}");
        return new(content, content.Hash(), content.ToJson(), OrderSubject.Of(content, default, default), [.. names]);
    }
}
