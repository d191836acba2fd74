using System.Collections.Concurrent;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using System.Text.Json;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.Payments;

/// <summary>PagoEfectivo in memory: its own truth, and a queue of mishaps for the next calls.</summary>
internal sealed class FakePago(TimeProvider time) : IPaymentGateway
{
    private readonly ConcurrentDictionary<string, GatewayPayment> payments = new();
    private readonly ConcurrentDictionary<string, string> keys = new();

    /// <summary>What happens to the next calls that change something; none left is well.</summary>
    public Queue<Mishap> Mishaps { get; } = new();

    /// <summary>What a create is answered with, if it is not what was made.</summary>
    public Func<GatewayPayment, GatewayPayment> Distort { get; set; } = payment => payment;

    /// <summary>Payments that cannot be looked up without an exception.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>What a look-up is answered with instead of what is there; null for what is there.</summary>
    public Func<string, Answer?> OnFind { get; set; } = _ => null;

    /// <summary>Payments by order.</summary>
    public IEnumerable<GatewayPayment> Of(string orderId) => payments.Values.Where(p => p.OrderId == orderId);

    /// <summary>Hundredths that went back, by payment.</summary>
    public ConcurrentDictionary<string, long> Refunded { get; } = new();

    public Task<Answer> CreateAsync(string frozenBody, string idempotencyKey, CancellationToken ct)
    {
        return Task.FromResult(Call(() =>
        {
            var id = keys.GetOrAdd(idempotencyKey, _ =>
            {
                var body = JsonElement.Parse(frozenBody);
                var made = new GatewayPayment
                {
                    Id = $"pay_{payments.Count + 1:D4}_{idempotencyKey[^4..]}",
                    OrderId = body.GetProperty("order_id").GetString()!,
                    Cip = $"{payments.Count + 1:D11}",
                    Status = GatewayPaymentStatus.Pending,
                    Amount = Money.Of(body.GetProperty("amount").GetDecimal(), new Currency(body.GetProperty("currency").GetString()!)),
                    ExpiresAt = body.GetProperty("expires_at").GetDateTimeOffset(),
                };
                payments[made.Id] = made;
                return made.Id;
            });
            return Distort(payments[id]);
        }));
    }

    public Task<Answer> FindAsync(string paymentId, CancellationToken ct) =>
        Broken.Contains(paymentId) ? throw new InvalidOperationException("A bug.") : Task.FromResult(OnFind(paymentId) ?? new Answer.Succeeded(payments[paymentId], []));

    public Task<Answer> CancelAsync(string paymentId, string idempotencyKey, CancellationToken ct) => Task.FromResult(
        payments[paymentId].Status == GatewayPaymentStatus.Paid
            ? new Answer.Refused(GatewayError.InvalidRequest, "already paid", null, null, [])
            : Call(() => Set(paymentId, p => p.Status == GatewayPaymentStatus.Pending ? p with { Status = GatewayPaymentStatus.Cancelled } : p)));

    public Task<Answer> RefundAsync(string paymentId, string frozenBody, string idempotencyKey, CancellationToken ct) => Task.FromResult(payments[paymentId].Status == GatewayPaymentStatus.Refunded
        ? new Answer.Refused(GatewayError.InvalidRequest, "already refunded", null, null, [])
        : Call(() =>
    {
        var minor = (long)(JsonElement.Parse(frozenBody).GetProperty("amount").GetDecimal() * 100);
        var total = Refunded.AddOrUpdate(paymentId, minor, (_, before) => before + minor);
        return Set(paymentId, p => total >= p.Amount.Minor ? p with { Status = GatewayPaymentStatus.Refunded } : p);
    }));

    /// <summary>The reports that it gives, by day; it has none of any other.</summary>
    public Dictionary<DateOnly, string> Reports { get; } = [];

    /// <summary>The days whose report was asked for.</summary>
    public List<DateOnly> Asked { get; } = [];

    public Task<GatewayAnswer<ReportStream>> ReportAsync(DateOnly limaDay, CancellationToken ct)
    {
        Asked.Add(limaDay);
        return Task.FromResult<GatewayAnswer<ReportStream>>(Reports.TryGetValue(limaDay, out var csv)
            ? new GatewayAnswer<ReportStream>.Succeeded(new ReportStream(new HttpResponseMessage(), new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1), [])
            : new GatewayAnswer<ReportStream>.Refused(GatewayError.Maintenance, "closed", null, null, []));
    }

    /// <summary>The buyer pays.</summary>
    public GatewayPayment Pay(string paymentId, string transactionId, Money money) => Set(paymentId, p => p.Status == GatewayPaymentStatus.Refunded
        ? p
        : p with { Status = GatewayPaymentStatus.Paid, Amount = money, TransactionId = transactionId, PaidAt = time.GetUtcNow(), Channel = "AGENTE-BCP" });

    /// <summary>All of it goes back, though nobody here asked for it.</summary>
    public GatewayPayment Return(string paymentId) => Set(paymentId, p => p.Status == GatewayPaymentStatus.Paid ? p with { Status = GatewayPaymentStatus.Refunded } : p);

    /// <summary>Its time runs out, unless it was paid.</summary>
    public GatewayPayment Expire(string paymentId) => Set(paymentId, p => p.Status == GatewayPaymentStatus.Pending ? p with { Status = GatewayPaymentStatus.Expired } : p);

    private Answer Call(Func<GatewayPayment> work)
    {
        switch (Mishaps.TryDequeue(out var mishap) ? mishap : Mishap.None)
        {
            case Mishap.LostBefore:
                return new Answer.Unknown(GatewayDoubt.TimedOut, null, null, []);
            case Mishap.LostAfter:
                work();
                return new Answer.Unknown(GatewayDoubt.TimedOut, null, null, []);
            case Mishap.Refused:
                return new Answer.Refused(GatewayError.InvalidRequest, "no", null, null, []);
            case Mishap.OtherPayment:
                return new Answer.Refused(GatewayError.OrderHasAnotherPayment, "taken", null, null, []);
            case Mishap.NotSent:
                return new Answer.NotSent(GatewayObstacle.Unreachable, []);
            default:
                return new Answer.Succeeded(work(), []);
        }
    }

    private GatewayPayment Set(string paymentId, Func<GatewayPayment, GatewayPayment> change) => payments[paymentId] = change(payments[paymentId]);
}

/// <summary>What can happen to a call.</summary>
public enum Mishap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The answer does not come; nothing was done.</summary>
    LostBefore,

    /// <summary>The answer does not come; it was done.</summary>
    LostAfter,

    /// <summary>PagoEfectivo will not do it.</summary>
    Refused,

    /// <summary>The order has another payment (4009).</summary>
    OtherPayment,

    /// <summary>No connection.</summary>
    NotSent,
}
