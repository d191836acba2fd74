namespace PagoConsole.Core.PagoEfectivo;

/// <summary>
/// PagoEfectivo, as the rest of the house sees it. Each call ends within <c>PagoEfectivo:TimeoutSeconds</c>, repeats included, and never
/// throws for what PagoEfectivo or the network does. Called inside a write transaction it throws: HTTP has no place there.
/// </summary>
public interface IPaymentGateway
{
    /// <summary>Makes a payment. Safe to repeat under the same key with the same body; repeated by itself on passing faults.</summary>
    /// <param name="frozenBody">What <see cref="CreatePayment.ToBody"/> gave when the command was written.</param>
    /// <param name="idempotencyKey">The command's identifier.</param>
    /// <param name="ct">Stops the call; if something had left by then, the answer is unknown.</param>
    Task<GatewayAnswer<GatewayPayment>> CreateAsync(string frozenBody, string idempotencyKey, CancellationToken ct);

    /// <summary>Looks a payment up.</summary>
    /// <param name="paymentId">PagoEfectivo's identifier.</param>
    /// <param name="ct">Stops the call.</param>
    Task<GatewayAnswer<GatewayPayment>> FindAsync(string paymentId, CancellationToken ct);

    /// <summary>Cancels a payment. Safe to repeat under the same key; repeated by itself on passing faults.</summary>
    /// <param name="paymentId">PagoEfectivo's identifier.</param>
    /// <param name="idempotencyKey">The command's identifier.</param>
    /// <param name="ct">Stops the call; if something had left by then, the answer is unknown.</param>
    Task<GatewayAnswer<GatewayPayment>> CancelAsync(string paymentId, string idempotencyKey, CancellationToken ct);

    /// <summary>Sends money back. Sent once and never repeated by itself: money that goes back twice is gone.</summary>
    /// <param name="paymentId">PagoEfectivo's identifier.</param>
    /// <param name="frozenBody">What <see cref="RefundPayment.ToBody"/> gave when the command was written.</param>
    /// <param name="idempotencyKey">The command's identifier.</param>
    /// <param name="ct">Stops the call; if something had left by then, the answer is unknown.</param>
    Task<GatewayAnswer<GatewayPayment>> RefundAsync(string paymentId, string frozenBody, string idempotencyKey, CancellationToken ct);

    /// <summary>Opens the report of a business day. The caller reads and disposes it.</summary>
    /// <param name="limaDay">Day in America/Lima.</param>
    /// <param name="ct">Stops the call.</param>
    Task<GatewayAnswer<ReportStream>> ReportAsync(DateOnly limaDay, CancellationToken ct);
}
