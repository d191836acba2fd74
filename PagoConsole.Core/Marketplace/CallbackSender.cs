using System.Diagnostics;
using System.Diagnostics.Metrics;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Outbox;

namespace PagoConsole.Core.Marketplace;

/// <summary>Sends one message to the marketplace under its <c>webhook-id</c>, unless the marketplace is known to be down.</summary>
internal sealed class CallbackSender(CallbackPost post, CallbackCircuit circuit, CallbackPatience patience)
{
    public const string Client = "Callbacks";

    private static readonly Histogram<double> Sent = Measuring.Duration("pago.callback.duration", "Tries to tell the marketplace, by type and outcome");

    public async Task<CallbackOutcome> SendAsync(OutboxMessage message, CancellationToken ct)
    {
        var late = patience.Real.GetUtcNow() + patience.Answer > message.LeaseUntil;
        if (ct.IsCancellationRequested || late || !circuit.LetsThrough) return NotSent(message);
        var began = Stopwatch.GetTimestamp();
        using var step = OrderTrace.Begin("callback.send", message.OrderId, ActivityKind.Producer)
            ?.SetTag("pago.callback", message.Type.ToWire()).SetTag("pago.message_id", message.MessageId).SetTag("pago.attempt", message.Attempts);
        try
        {
            var answer = await post.SendAsync(message.MessageId, message.Body, ct);
            var end = EndOf(answer);
            Sent.Since(began, ("type", message.Type.ToWire()), ("outcome", end.ToString()));
            step?.SetTag("pago.answer", answer.Word).SetStatus(answer.Taken ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            circuit.Observe(message.OrderId, end == CallbackEnd.Failed ? answer.Word : null);
            return new CallbackOutcome(message, end, answer.Word, answer);
        }
        catch (OperationCanceledException)
        {
            return NotSent(message);
        }
    }

    private static CallbackOutcome NotSent(OutboxMessage message) => new(message, CallbackEnd.NotSent, "");

    private static CallbackEnd EndOf(CallbackAnswer answer) => answer switch
    {
        { Taken: true } => CallbackEnd.Delivered,
        { Status: 410 } => CallbackEnd.Gone,
        _ => CallbackEnd.Failed,
    };
}
