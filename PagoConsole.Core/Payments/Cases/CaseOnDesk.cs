using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>A money case with all that its choices depend on, locked by its order's row or only read.</summary>
internal sealed record CaseOnDesk(MoneyCase Case, Order Order, Payment Payment, IReadOnlyList<MoneyMovement> Movements, IReadOnlyList<Refund> Refunds, Rejection? Rejection)
{
    /// <summary>How long an answer of PagoEfectivo counts as fresh.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    /// <summary>The refund that failed or is in doubt; null for cases of other kinds.</summary>
    public Refund? About => Case.IsAboutRefund ? Refunds.Single(r => r.RefundId == Case.TransactionId) : null;

    /// <summary>The transaction whose money is in question; null where it is not known which.</summary>
    public string? Transaction => About is { } refund ? RefundBalance.TransactionOf(refund, Payment) : Case.TransactionId;

    public bool IsOfOrder => Transaction == Payment.TransactionId;

    public static async Task<Result<CaseOnDesk>> LockAsync(WriteScope tx, string caseId, CancellationToken ct)
    {
        var orderId = await tx.Db.Set<MoneyCase>().Where(c => c.CaseId == caseId).Select(c => c.OrderId).SingleOrDefaultAsync(ct);
        if (orderId is null || await tx.LockAsync<Order>(orderId, ct) is not { } order) return RefusalCode.NotFound;
        if (await tx.LockAsync<MoneyCase>(caseId, ct) is not { } found) return RefusalCode.NotFound;
        return await ReadAsync(tx.Db, found, order, ct);
    }

    public static async Task<CaseOnDesk> ReadAsync(PagoDb db, MoneyCase found, Order order, CancellationToken ct) => new(
        found,
        order,
        await db.Set<Payment>().SingleAsync(p => p.PaymentId == found.PaymentId, ct),
        await RefundBalance.MovementsAsync(db, found.PaymentId, ct),
        await RefundBalance.RefundsAsync(db, found.OrderId, ct),
        found.Kind == MoneyCaseKind.Late ? await Rejection.ReadAsync(db, order, ct) : null);

    /// <summary>What its choices depend on, as they stand now.</summary>
    public MoneyFacts Facts(DateTimeOffset now)
    {
        var left = RefundBalance.LeftOf(Movements, Refunds, Payment.TransactionId, Transaction, Case.Currency);
        if (About is { IsOpen: true } doubtful) left += doubtful.AmountMinor;
        return new MoneyFacts(
            Case.Kind, Order.Status, Order.Amount, Case.Amount, left, IsOfOrder,
            OtherPays: Payment.TransactionId is not null && !IsOfOrder,
            LookedUp: Case.LookedUpAt is { } asked && now - asked <= Fresh)
        {
            Rejected = Rejection is not null,
        };
    }
}
