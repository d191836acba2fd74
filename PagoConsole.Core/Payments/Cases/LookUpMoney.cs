using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>Asks PagoEfectivo how the payment of a money case stands, before a person decides. What it tells is applied like any other answer.</summary>
public sealed class LookUpMoney
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly IPaymentGateway gateway;
    private readonly PaymentLedger ledger;

    internal LookUpMoney(IDbContextFactory<PagoDb> contexts, Writes writes, IPaymentGateway gateway, PaymentLedger ledger)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.gateway = gateway;
        this.ledger = ledger;
    }

    /// <summary>Asks; the call is made outside any transaction and kept with the order.</summary>
    public async Task<Result<MoneyCase>> RunAsync(string caseId, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.DecideMoney)) return RefusalCode.NotAllowed;
        string? paymentId;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            paymentId = await db.Set<MoneyCase>().Where(c => c.CaseId == caseId).Select(c => c.PaymentId).SingleOrDefaultAsync(ct);
        if (paymentId is null) return RefusalCode.NotFound;
        var answer = await gateway.FindAsync(paymentId, ct);
        return await writes.RunAsync<MoneyCase>(
            async tx =>
            {
                var locked = await CaseOnDesk.LockAsync(tx, caseId, CancellationToken.None);
                if (locked.Refusal is { } missing) return missing;
                var desk = locked.Value;
                tx.Keep(answer.Calls, desk.Order.OrderId, null);
                tx.Journal(desk.Order.Stream, MoneyEvents.LookedUp, by, new { caseId, answer = WordOf(answer) }, desk.Order.OrderId);
                if (answer is not Answer.Succeeded seen) return desk.Case;
                (desk.Case.LookedUpAt, desk.Case.LookedUp) = (tx.Now, seen.Value.Status.ToString());
                await ledger.ApplyAsync(tx, desk.Order, desk.Payment, Sighting.Of(seen.Value, "answer"), Actor.PagoEfectivo, CancellationToken.None);
                return desk.Case;
            },
            CancellationToken.None);
    }

    private static string WordOf(Answer answer) => answer is Answer.Succeeded seen ? seen.Value.Status.ToString() : answer.Word();
}
