using System.Diagnostics;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.PagoEfectivo;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

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
        using var step = OrderTrace.Begin($"gateway.{kind}", command.OrderId, ActivityKind.Client)?.SetTag("pago.command_id", command.CommandId).SetTag("pago.attempt", command.Attempts);
        CrashPoint.Reach($"{kind}:before-call");
        switch (command.Kind)
        {
            case CommandKind.Create:
                var created = await InTimeAsync(gateway.CreateAsync(command.Body, command.CommandId, atMost), atMost);
                CrashPoint.Reach($"{kind}:after-call");
                await outcomes.CreatedAsync(command, created, CancellationToken.None);
                break;
            case CommandKind.Cancel:
                var cancelled = await InTimeAsync(gateway.CancelAsync(command.PaymentId!, command.CommandId, atMost), atMost);
                CrashPoint.Reach($"{kind}:after-call");
                // "Cannot be cancelled" has a reason, and it may be money: look.
                var found = cancelled is Answer.Refused { Error: var error } && error.Handling() == GatewayErrorHandling.Final
                    ? await InTimeAsync(gateway.FindAsync(command.PaymentId!, atMost), atMost)
                    : null;
                await outcomes.CancelledAsync(command, cancelled, found, CancellationToken.None);
                break;
            case CommandKind.Refund:
                await RefundAsync(command, atMost);
                break;
        }

        CrashPoint.Reach($"{kind}:after-record");
    }

    // The caller's time ran out before anything left this machine: nothing was done, and the command goes on without the caller.
    private static async Task<Answer> InTimeAsync(Task<Answer> call, CancellationToken atMost)
    {
        try
        {
            return await call;
        }
        catch (OperationCanceledException) when (atMost.IsCancellationRequested)
        {
            return new Answer.NotSent(GatewayObstacle.Unreachable, []);
        }
    }

    // A refund that may have left once is never sent again: it is looked up.
    private async Task RefundAsync(GatewayCommand command, CancellationToken atMost)
    {
        if (command.SentBefore)
        {
            var found = await InTimeAsync(gateway.FindAsync(command.PaymentId!, atMost), atMost);
            CrashPoint.Reach("refund:after-look-up");
            await outcomes.RefundLookedUpAsync(command, found, CancellationToken.None);
            return;
        }

        var refunded = await InTimeAsync(gateway.RefundAsync(command.PaymentId!, command.Body, command.CommandId, atMost), atMost);
        CrashPoint.Reach("refund:after-call");
        await outcomes.RefundedAsync(command, refunded, CancellationToken.None);
    }
}
