using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Writes commands and hands them out: each to one caller at a time.</summary>
internal sealed class CommandBook(Writes writes, IOptionsMonitor<PagoEfectivoOptions> gateway)
{
    /// <summary>Longer than any call can take, so that a lease ends only with its holder.</summary>
    private TimeSpan Lease => TimeSpan.FromSeconds((gateway.CurrentValue.TimeoutSeconds * 2) + 10);

    /// <summary>Writes the command that makes an order's payable code.</summary>
    /// <param name="tx">The transaction that approved the order.</param>
    /// <param name="order">The order, with its due instant set.</param>
    /// <param name="content">Who buys, and where they return to.</param>
    /// <param name="claimed">Whether the caller carries it out itself at once.</param>
    public GatewayCommand Create(WriteScope tx, Order order, OrderContent content, bool claimed)
    {
        var account = content.Account;
        var body = new CreatePayment
        {
            OrderId = order.OrderId,
            Amount = order.Amount,
            ExpiresAt = order.DueAt!.Value,
            ReturnUrl = content.ReturnUrl,
            Concept = content.Items.FirstOrDefault()?.Title is { Length: > 0 } title ? title : order.OrderId,
            Customer = new GatewayCustomer(account.Email, account.FullName, account.DocumentType, account.DocumentNumber, account.Phone),
        }.ToBody();
        return Add(tx, order.OrderId, CommandKind.Create, body, null, null, claimed);
    }

    /// <summary>Writes the command that calls a payment off.</summary>
    public GatewayCommand Cancel(WriteScope tx, Payment payment) =>
        Add(tx, payment.OrderId, CommandKind.Cancel, "", payment.PaymentId, null, claimed: false);

    /// <summary>Writes the command that sends money back.</summary>
    public GatewayCommand Refund(WriteScope tx, Payment payment, Refund refund) => Add(
        tx,
        payment.OrderId,
        CommandKind.Refund,
        new RefundPayment(refund.Amount, refund.Reason).ToBody(),
        payment.PaymentId,
        refund.RefundId,
        claimed: false);

    /// <summary>Takes up to so many commands whose time has come.</summary>
    public Task<List<GatewayCommand>> ClaimAsync(int most, CancellationToken ct)
    {
        var token = Ids.Token();
        return writes.DoAsync(
            async tx =>
            {
                var now = RealClock.Now;
                var skip = tx.Dialect.OneWriter ? "" : " FOR UPDATE SKIP LOCKED";
                var claimed = await tx.Db.ExecuteAsync(
                    "UPDATE gateway_commands SET lease_token = @p0, lease_until = @p1, next_attempt_at = @p1, attempts = attempts + 1, sent_before = maybe_sent, maybe_sent = TRUE "
                    + "WHERE command_id IN (SELECT command_id FROM gateway_commands WHERE state = 'Waiting' AND next_attempt_at <= @p2 "
                    + "AND (lease_until IS NULL OR lease_until < @p2) ORDER BY next_attempt_at LIMIT @p3" + skip + ")",
                    [token, (now + Lease).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), most],
                    ct);
                return claimed == 0 ? [] : await tx.Db.Set<GatewayCommand>().AsNoTracking().Where(c => c.LeaseToken == token).ToListAsync(ct);
            },
            ct);
    }

    private GatewayCommand Add(WriteScope tx, string orderId, CommandKind kind, string body, string? paymentId, string? refundId, bool claimed)
    {
        var now = RealClock.Now;
        var command = new GatewayCommand
        {
            CommandId = Ids.New("cmd", now),
            OrderId = orderId,
            Kind = kind,
            PaymentId = paymentId,
            RefundId = refundId,
            Body = body,
            CreatedAt = tx.Now,
            NextAttemptAt = now,
        };
        if (claimed) command.Claimed(Ids.Token(), now + Lease);
        tx.Insert(command);
        tx.Ring(GatewayCommand.Bell);
        return command;
    }
}
