using System.Text.Json.Nodes;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>The records of an order as JSON, field by field: what is not named here is in no pack.</summary>
internal static class PackRecords
{
    public static IEnumerable<PackFile> Of(EvidenceChainView chain)
    {
        yield return Record("order", OrderOf(chain));
        if (chain.Assessment is { } a)
            yield return Record("assessment", new { a.RuleSetVersion, a.Outcome, a.Score, a.At, rules = chain.Rules, facts = JsonNode.Parse(a.Facts) });
        if (chain.Review is { } held) yield return Record("review", ReviewOf(chain, held));
        if (chain.Payment is { } p)
        {
            yield return Record("payment", new
            {
                p.PaymentId,
                p.Cip,
                p.Qr,
                p.PaymentUrl,
                money = Of(p.AmountMinor, p.Currency),
                p.ExpiresAt,
                p.CreatedAt,
                p.RequestId,
                p.Status,
                p.PaidAt,
                p.Channel,
                p.TransactionId,
            });
        }

        if (chain.Shipment is { } s) yield return Record("shipment", new { s.Carrier, s.TrackingNumber, s.ShippedAt, s.RecordedAt, s.RecordedBy });
        if (chain.Delivery is { } d) yield return Record("delivery", new { d.DeliveredAt, receivedBy = chain.Receiver, d.RecordedAt, d.RecordedBy });
        yield return Record("disputes", chain.Disputes.Select(x => new
        {
            x.DisputeId,
            reason = chain.Words(x.Reason),
            x.OpenedAt,
            x.DueAt,
            money = x.AmountMinor is { } minor ? Of(minor, chain.Order.Currency) : null,
            x.RecordedAt,
            x.RecordedBy,
        }));
        yield return Record("labels", chain.Labels.Select(x => new { x.Fraud, x.Source, x.LabelledAt, x.LabelledBy }));
        yield return Record("logins", chain.Logins.Select(x => new { x.At, ip = chain.Address(x.Ip), x.Device, x.Success }));
        foreach (var file in PackMoney.Of(chain)) yield return file;
        yield return Record("gaps", chain.Gaps.Select(x => new { x.Kind, x.Stage, x.Grave, x.Since, x.About }));
        yield return Record("chain", chain.Links.Select(x => new { x.Stage, x.State, x.At }));
    }

    public static object Of(Money money) => new { amount = money.ToWire(), currency = money.Currency.Code };

    public static object Of(long minor, Currency currency) => Of(new Money(minor, currency));

    public static PackFile Record(string name, object content) => PackFile.OfJson(PackPaths.Record(name), PackPart.Record, content);

    private static object OrderOf(EvidenceChainView chain)
    {
        var o = chain.Order;
        return new
        {
            o.OrderId,
            o.Status,
            o.StatusReason,
            money = Of(o.Amount),
            o.PlacedAt,
            o.ReceivedAt,
            o.UpdatedAt,
            o.AccountId,
            o.AccountCreatedAt,
            o.SellerId,
            o.VoucherMinutes,
            o.DueAt,
            o.FirstPaidAt,
            o.FirstExpiredAt,
            o.FirstRefundedAt,
            o.Fraud,
            o.FraudSource,
            o.FraudAt,
            o.Aml,
            o.Imported,
            o.StatusBeforeRefund,
            decision = JsonNode.Parse(o.Decision),
            masked = !chain.Whole,
            content = JsonNode.Parse(chain.Content.ToJson()),
        };
    }

    private static object ReviewOf(EvidenceChainView chain, Review.ReviewCase held) => new
    {
        held.State,
        held.OpenedAt,
        held.NeedsSecond,
        reasons = held.Reasons,
        held.Score,
        held.Aml,
        held.LinkedAccounts,
        held.HoldUntil,
        held.FirstApproval,
        held.Decision,
        held.Reason,
        note = chain.Words(held.Note),
        held.DecidedBy,
        held.DecidedAt,
        held.EffectiveAt,
        held.EscalatedAt,
        held.EscalatedBy,
        escalationNote = chain.Words(held.EscalationNote),
        answers = chain.Answers.Select(answer => new { text = chain.Words(answer.Text), answer.AnsweredAt, answer.AnsweredBy }),
    };
}
