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
    public async Task<Result<bool>> FindAsync(WriteScope tx, PreparedOrder prepared, string? key, CancellationToken ct)
    {
        var (content, hash) = (prepared.Content, prepared.Hash);

        // Whoever places the same order, uses the same key, or shares an identifier that a rule counts, comes one after the other.
        await tx.LockNamesAsync(key is null ? prepared.Names : prepared.Names.Append($"key:{key}"), ct);
        if (key is not null)
        {
            var used = (byte[]?)await tx.Db.ScalarAsync("SELECT content_hash FROM idempotency_keys WHERE key = @p0", [key], ct);
            if (used is not null && !used.AsSpan().SequenceEqual(hash))
                return new Refusal(RefusalCode.KeyTakenWithOtherContent, "Idempotency-Key", "The key was used before with other content.");
            if (used is null) tx.Insert(new IdempotencyKey { Key = key, OrderId = content.OrderId, ContentHash = hash, UsedAt = tx.Now });
        }

        var known = (byte[]?)await tx.Db.ScalarAsync("SELECT content_hash FROM orders WHERE order_id = @p0", [content.OrderId], ct);
        if (known is null) return false;
        if (known.AsSpan().SequenceEqual(hash)) return true;
        return new Refusal(RefusalCode.OrderTakenWithOtherContent, "orderId", "The order was placed before with other content.");
    }

    /// <summary>Assesses the order and adds it with all that belongs to it.</summary>
    public async Task<TakenOrder> AddAsync(WriteScope tx, PreparedOrder prepared, OutsideFacts outside, Actor by, CancellationToken ct)
    {
        var content = prepared.Content;
        var (version, rules, shadow) = await active.ReadForOrderAsync(tx.Db, ct);
        if (rules.Plan.CountsEverybody) await tx.LockNamesAsync(["everybody's orders"], ct); // always after those of FindAsync, so no two wait crosswise
        var placedAt = content.PlacedAt ?? tx.Now;
        var facts = await live.CollectAsync(tx, rules, prepared.Subject with { PlacedAt = placedAt, SeenAt = tx.Now }, outside, ct);
        var result = rules.Assess(facts);
        var order = Make(content, prepared.Hash, placedAt, version, result, tx.Now);
        order.Begin(StatusOf(result.Outcome), tx.Now);
        tx.Insert(order);
        tx.Insert(new OrderContentRow { OrderId = order.OrderId, Json = prepared.Json });
        tx.Insert(InvoiceFacts.Of(content, rules.Set.Rates.InSoles(order.Amount), invoices.CurrentValue.DocumentAbove(Lima.DayOf(placedAt)), tx.Now));
        tx.Insert(Assessment.Of(version, rules.Plan, facts, result, tx.Now));
        foreach (var hit in RuleHit.Of(order, version, result)) tx.Insert(hit);
        if (shadow is not null) await shadows.JudgeAsync(tx, shadow, (version, rules), facts, order, result, ct);
        foreach (var (kind, key) in facts.Order.Keys)
            tx.Insert(new OrderIdentifier { Kind = kind, ValueHash = key, PlacedAt = placedAt, OrderId = order.OrderId, AccountId = order.AccountId });
        tx.Journal(
            order.Stream, OrderEvents.Placed, by,
            new { amount = order.Amount.ToWire(), currency = order.Currency.Code, order.Status, result.Outcome, result.Score, ruleSetVersion = version }, order.OrderId);
        var linked = result.Outcome == RiskOutcome.Review ? await live.LinkedAsync(tx, facts.Order, ReviewCase.MostLinked, ct) : 0;
        return new TakenOrder(order, await FollowAsync(tx, order, content, result, StakeOf(order, result, rules.Set, linked), ct));
    }

    private async Task<GatewayCommand?> FollowAsync(
        WriteScope tx, Order order, OrderContent content, AssessmentResult result, CaseStake stake, CancellationToken ct)
    {
        switch (result.Outcome)
        {
            case RiskOutcome.Review:
                var options = review.CurrentValue;
                tx.Insert(ReviewCase.Open(stake, options.NeedsSecond(stake.InSoles), tx.Now, TimeSpan.FromHours(options.HoldHours)));
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
