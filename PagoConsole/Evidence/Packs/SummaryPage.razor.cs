using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Webhooks;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Packs;

/// <summary>The account of an order, as one would hand it to a judge: sentences first, then tables, then what proves them.</summary>
public sealed partial class SummaryPage
{
    private IEnumerable<string> Account => [.. Beginning(), .. Middle(), .. End()];

    private IEnumerable<string> Beginning()
    {
        var (order, account) = (Chain.Order, Chain.Content.Account);
        yield return Text["A_Placed", At(order.PlacedAt), order.AccountId, order.OrderId, MoneyFormat.Of(order.Amount)];
        if (!string.IsNullOrWhiteSpace(account.FullName) || !string.IsNullOrWhiteSpace(account.DocumentNumber))
            yield return Text["A_Buyer", account.FullName ?? "–", $"{account.DocumentType} {account.DocumentNumber ?? "–"}".Trim()];
        if (order.Imported) yield return Text["A_Imported"];
        if (Chain.Assessment is { } judged) yield return Text[$"A_Judged_{judged.Outcome}", judged.RuleSetVersion, judged.Score];
        if (Chain.Review is { Decision: { } decision, DecidedBy: { } by, DecidedAt: { } at }) yield return Text[$"A_Decided_{decision}", Who(by), At(at)];
    }

    private IEnumerable<string> Middle()
    {
        if (Chain.Payment is { } code) yield return Text["A_Code", code.Cip, At(code.CreatedAt), code.PaymentId];
        var paid = Chain.Movements.Where(money => money.Kind == MovementKind.Payment).ToList();
        foreach (var money in paid) yield return Text["A_Paid", MoneyFormat.Of(money.Amount), At(money.At), money.Channel ?? "–", money.TransactionId.Length > 0 ? money.TransactionId : "–"];
        if (paid.Count > 0) yield return Text[Chain.Messages.Any(message => message.Type == WebhookMessage.Paid) ? "A_PaidTold" : "A_PaidAsked"];
        else if (!Chain.Order.Imported) yield return Text["A_Unpaid"];
        if (Chain.Shipment is { } shipped) yield return Text["A_Shipped", shipped.Carrier, At(shipped.ShippedAt), shipped.TrackingNumber];
        if (Chain.Delivery is { } received) yield return Text["A_Delivered", At(received.DeliveredAt), Chain.Receiver ?? "–"];
    }

    private IEnumerable<string> End()
    {
        foreach (var refund in Chain.Refunds) yield return Text[$"A_Refund_{refund.State}", MoneyFormat.Of(refund.Amount), At(refund.RequestedAt)];
        foreach (var dispute in Chain.Disputes) yield return Text["A_Disputed", At(dispute.OpenedAt)];
        yield return Text["A_Status", Words[$"Status_{Chain.Order.Status}"]];
    }
}
