using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Benchmarks.Following;

/// <summary>PagoEfectivo as it answers about a code that nobody has paid, after <see cref="Takes"/>.</summary>
internal sealed class PendingPago : IPaymentGateway
{
    public static readonly TimeSpan Takes = TimeSpan.FromMilliseconds(20);

    public async Task<Answer> FindAsync(string paymentId, CancellationToken ct)
    {
        await Task.Delay(Takes, ct);
        return new Answer.Succeeded(
            new GatewayPayment
            {
                Id = paymentId,
                OrderId = paymentId[4..],
                Cip = "00000000000",
                Status = GatewayPaymentStatus.Pending,
                Amount = Money.Of(120m, Currency.Pen),
                ExpiresAt = null,
            },
            []);
    }

    public Task<Answer> CreateAsync(string frozenBody, string idempotencyKey, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer> CancelAsync(string paymentId, string idempotencyKey, CancellationToken ct) => throw new NotSupportedException();

    public Task<Answer> RefundAsync(string paymentId, string frozenBody, string idempotencyKey, CancellationToken ct) => throw new NotSupportedException();

    public Task<GatewayAnswer<ReportStream>> ReportAsync(DateOnly limaDay, CancellationToken ct) => throw new NotSupportedException();
}
