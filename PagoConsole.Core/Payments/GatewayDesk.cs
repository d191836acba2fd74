using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Core.Payments;

/// <summary>Carries a claimed command out: the call, then the transaction that records what came of it.</summary>
internal sealed class GatewayDesk(IPaymentGateway gateway, CommandOutcomes outcomes)
{
    /// <summary>Calls PagoEfectivo for a command and records the outcome.</summary>
    /// <param name="command">Claimed by the caller.</param>
    /// <param name="atMost">When the caller stops waiting for PagoEfectivo; the record is made all the same.</param>
    public async Task CarryOutAsync(GatewayCommand command, CancellationToken atMost)
    {
        var kind = command.Kind.ToString().ToLowerInvariant();
        CrashPoint.Reach($"{kind}:before-call");
        switch (command.Kind)
        {
            case CommandKind.Create:
                var created = await gateway.CreateAsync(command.Body, command.CommandId, atMost);
                CrashPoint.Reach($"{kind}:after-call");
                await outcomes.CreatedAsync(command, created, CancellationToken.None);
                break;
            case CommandKind.Cancel:
                var cancelled = await gateway.CancelAsync(command.PaymentId!, command.CommandId, atMost);
                CrashPoint.Reach($"{kind}:after-call");
                // "Cannot be cancelled" has a reason, and it may be money: look.
                var found = cancelled is GatewayAnswer<GatewayPayment>.Refused { Error: var error } && error.Handling() == GatewayErrorHandling.Final
                    ? await gateway.FindAsync(command.PaymentId!, atMost)
                    : null;
                await outcomes.CancelledAsync(command, cancelled, found, CancellationToken.None);
                break;
            case CommandKind.Refund:
                await RefundAsync(command, atMost);
                break;
        }

        CrashPoint.Reach($"{kind}:after-record");
    }

    // A refund that may have left once is never sent again: it is looked up.
    private async Task RefundAsync(GatewayCommand command, CancellationToken atMost)
    {
        if (command.SentBefore)
        {
            var found = await gateway.FindAsync(command.PaymentId!, atMost);
            CrashPoint.Reach("refund:after-look-up");
            await outcomes.RefundLookedUpAsync(command, found, CancellationToken.None);
            return;
        }

        var refunded = await gateway.RefundAsync(command.PaymentId!, command.Body, command.CommandId, atMost);
        CrashPoint.Reach("refund:after-call");
        await outcomes.RefundedAsync(command, refunded, CancellationToken.None);
    }
}
