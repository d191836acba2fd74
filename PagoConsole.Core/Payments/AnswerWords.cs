using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Payments;

/// <summary>What every recorder of an answer asks of it.</summary>
internal static class AnswerWords
{
    /// <summary>The answer as one stable word.</summary>
    public static string Word(this Answer answer) => answer.Match(
        _ => "done", refused => refused.Error.ToString(), unknown => unknown.Doubt.ToString(), notSent => notSent.Obstacle.ToString());

    /// <summary>How long to wait before the next try: what PagoEfectivo asks for, at least our own back-off.</summary>
    public static TimeSpan Pause(this Answer answer, TimeSpan backoff)
    {
        var asked = answer switch
        {
            Answer.Refused refused => refused.RetryAfter,
            Answer.Unknown unknown => unknown.RetryAfter,
            _ => null,
        };
        return asked > backoff ? asked.Value : backoff;
    }

    /// <summary>Raises the alarm that 4001 and 4003 ask for.</summary>
    public static Task AlarmIfAskedAsync(this WriteScope tx, Answer answer, Actor by, CancellationToken ct) => answer switch
    {
        Answer.Refused { Error: GatewayError.SignatureRejected } => tx.AlarmAsync(AlarmKind.GatewaySignatureRefused, "pagoefectivo", by, ct),
        Answer.Refused { Error: GatewayError.AddressNotAllowed } => tx.AlarmAsync(AlarmKind.GatewayAddressRefused, "pagoefectivo", by, ct),
        _ => Task.CompletedTask,
    };

    /// <summary>Keeps the record of every attempt with the order.</summary>
    public static void Keep(this WriteScope tx, IReadOnlyList<GatewayCall> calls, string orderId, string? commandId) =>
        tx.Db.AddRange(calls.Select(call => new GatewayCallRow
        {
            OrderId = orderId,
            CommandId = commandId,
            Method = call.Method,
            Path = call.Path,
            At = call.At,
            DurationMs = call.DurationMs,
            Fault = call.Fault,
            Status = call.Status,
            Code = call.Code,
            RequestId = call.RequestId,
        }));
}
