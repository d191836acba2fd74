using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Tuning.Shadow;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>The inside of the transaction that takes an order in.</summary>
internal sealed class NewOrders(
    ActiveRules active, LiveFacts live, ShadowJudge shadows, OrderNews news, CommandBook book, IOptionsMonitor<PaymentOptions> payments, IOptionsMonitor<ReviewOptions> review,
    IOptionsMonitor<InvoiceOptions> invoices)
{
    /// <summary>Whether the order is here already; refuses an id or key that was used with other content.</summary>
    public async Task<Result<bool>> FindAsync(WriteScope tx, OrderContent content, byte[] hash, string? key, CancellationToken ct)
    {
        // Whoever places the same order, uses the same key, or shares an identifier that a rule counts, comes one after the other.
        var names = Identifiers.Of(content).Where(i => i.Kind != IdentifierKind.Seller).Select(i => $"{i.Kind}:{i.Value}").Append($"order:{content.OrderId}");
        await tx.LockNamesAsync(key is null ? names : names.Append($"key:{key}"), ct);
        if (key is not null)
        {
            var used = await tx.Db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Key == key, ct);
            if (used is not null && !used.ContentHash.AsSpan().SequenceEqual(hash))
                return new Refusal(RefusalCode.KeyTakenWithOtherContent, "Idempotency-Key", "The key was used before with other content.");
            if (used is null) tx.Db.Add(new IdempotencyKey { Key = key, OrderId = content.OrderId, ContentHash = hash, UsedAt = tx.Now });
        }

        var known = await tx.Db.Set<Order>().AsNoTracking().Where(o => o.OrderId == content.OrderId).Select(o => o.ContentHash).SingleOrDefaultAsync(ct);
        if (known is null) return false;
        if (known.AsSpan().SequenceEqual(hash)) return true;
        return new Refusal(RefusalCode.OrderTakenWithOtherContent, "orderId", "The order was placed before with other content.");
    }

    /// <summary>Assesses the order and adds it with all that belongs to it.</summary>
    /// <returns>The command that makes its payable code, claimed for the caller, if it was approved.</returns>
    public async Task<GatewayCommand?> AddAsync(WriteScope tx, OrderContent content, byte[] hash, OutsideFacts outside, Actor by, CancellationToken ct)
    {
        var (version, rules, shadow) = await active.ReadForOrderAsync(tx.Db, ct);
        if (rules.Plan.CountsEverybody) await tx.LockNamesAsync(["everybody's orders"], ct); // always after those of FindAsync, so no two wait crosswise
        var placedAt = content.PlacedAt ?? tx.Now;
        var facts = await live.CollectAsync(tx, rules, OrderSubject.Of(content, placedAt, tx.Now), outside, ct);
        var result = rules.Assess(facts);
        var order = Make(content, hash, placedAt, version, result, tx.Now);
        order.Begin(StatusOf(result.Outcome), tx.Now);
        tx.Db.Add(order);
        tx.Db.Add(new OrderContentRow { OrderId = order.OrderId, Json = content.ToJson() });
        tx.Db.Add(InvoiceFacts.Of(content, rules.Set.Rates.InSoles(order.Amount), invoices.CurrentValue.DocumentAbove(Lima.DayOf(placedAt)), tx.Now));
        tx.Db.Add(Assessment.Of(version, rules.Plan, facts, result, tx.Now));
        tx.Db.AddRange(RuleHit.Of(order, version, result));
        if (shadow is not null) await shadows.JudgeAsync(tx, shadow, (version, rules), facts, order, result, ct);
        tx.Db.AddRange(Identifiers.Of(content).DistinctBy(i => i.Kind).Select(i => new OrderIdentifier
        {
            Kind = i.Kind,
            ValueHash = OrderIdentifier.HashOf(i.Kind, i.Value),
            PlacedAt = placedAt,
            OrderId = order.OrderId,
            AccountId = order.AccountId,
        }));
        tx.Journal(
            order.Stream, OrderEvents.Placed, by,
            new { amount = order.Amount.ToWire(), currency = order.Currency.Code, order.Status, result.Outcome, result.Score, ruleSetVersion = version }, order.OrderId);
        var linked = result.Outcome == RiskOutcome.Review ? await live.LinkedAsync(tx, facts.Order, ReviewCase.MostLinked, ct) : 0;
        return await FollowAsync(tx, order, content, result, StakeOf(order, result, rules.Set, linked), ct);
    }

    private async Task<GatewayCommand?> FollowAsync(
        WriteScope tx, Order order, OrderContent content, AssessmentResult result, CaseStake stake, CancellationToken ct)
    {
        switch (result.Outcome)
        {
            case RiskOutcome.Review:
                var options = review.CurrentValue;
                tx.Db.Add(ReviewCase.Open(stake, options.NeedsSecond(stake.InSoles), tx.Now, TimeSpan.FromHours(options.HoldHours)));
                await news.TellAsync(tx, order, CallbackType.InReview, ct);
                return null;
            case RiskOutcome.Reject:
                await news.TellAsync(tx, order, CallbackType.Rejected, ct);
                return null;
            case RiskOutcome.Approve:
                await news.TellAsync(tx, order, CallbackType.Approved, ct);
                return book.Create(tx, order, content, claimed: true);
            default:
                throw new InvalidOperationException($"There is no outcome {result.Outcome}.");
        }
    }

    private static CaseStake StakeOf(Order order, AssessmentResult result, RuleSet set, int linked) => new(
        order.OrderId,
        order.AccountId,
        order.AccountCreatedAt,
        order.SellerId,
        order.Amount,
        set.Rates.InSoles(order.Amount),
        result.Score,
        order.Aml,
        linked,
        [.. result.Rules.Where(r => r is { Result: RuleResult.Hit, Mode: RuleMode.Enforce, Lifted: false }).Select(r => r.Rule).Distinct()]);

    private Order Make(OrderContent content, byte[] hash, DateTimeOffset placedAt, int version, AssessmentResult result, DateTimeOffset now) => new()
    {
        OrderId = content.OrderId,
        AmountMinor = content.Amount.Minor,
        Currency = content.Amount.Currency,
        PlacedAt = placedAt,
        ReceivedAt = now,
        AccountId = content.Account.Id,
        AccountCreatedAt = content.Account.CreatedAt,
        SellerId = content.Seller?.Id,
        ContentHash = hash,
        PayToken = Ids.Token(),
        Aml = result.Verdict.Aml,
        Decision = Assessment.DecisionJson(version, result),
        VoucherMinutes = Math.Min(result.Verdict.VoucherMinutes ?? int.MaxValue, payments.CurrentValue.VoucherMinutesOf(content.Items.Select(item => item.Category))),
    };

    private static OrderStatus StatusOf(RiskOutcome outcome) => outcome switch
    {
        RiskOutcome.Approve => OrderStatus.AwaitingPayment,
        RiskOutcome.Review => OrderStatus.InReview,
        RiskOutcome.Reject => OrderStatus.Rejected,
    };
}
