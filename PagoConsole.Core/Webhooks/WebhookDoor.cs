using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Secrets;

namespace PagoConsole.Core.Webhooks;

/// <summary>A knock at the door.</summary>
/// <param name="Sender">Who knocks, behind trusted proxies.</param>
/// <param name="Body">The raw body; of one that is too large, what was read.</param>
/// <param name="TooLarge">Whether there was more than <see cref="WebhookDoor.MostBytes"/>.</param>
/// <param name="Signature">The header <c>X-Signature</c>.</param>
/// <param name="Headers">All headers worth keeping, as a JSON object.</param>
public sealed record Knock(IPAddress? Sender, ReadOnlyMemory<byte> Body, bool TooLarge, string? Signature, string Headers);

/// <summary>What the door answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">PagoEfectivo's error code; null when it was received.</param>
/// <param name="Message">What was wrong.</param>
/// <param name="Field">Which field.</param>
/// <param name="Duplicate">The event was here before.</param>
/// <param name="RetryAfter">When to come again.</param>
public sealed record DoorAnswer(int Status, int? Code = null, string? Message = null, string? Field = null, bool Duplicate = false, TimeSpan? RetryAfter = null);

/// <summary>
/// Takes deliveries of PagoEfectivo in, checked in the order of the contract: network, flood, size, signature, form, seen before. Says yes
/// only after the delivery is on disk; what it means is worked out afterwards.
/// </summary>
public sealed class WebhookDoor
{
    /// <summary>The largest body, in bytes.</summary>
    public const int MostBytes = 64 * 1024;

    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(5);

    private readonly AllowedNetworks networks;
    private readonly RefusedFlood flood;
    private readonly DoorRefusals refusals;
    private readonly ReceiptWriter writer;
    private readonly IOptionsMonitor<PagoEfectivoOptions> options;
    private readonly SecretShelf shelf;
    private readonly TimeProvider time;

    internal WebhookDoor(
        AllowedNetworks networks, RefusedFlood flood, DoorRefusals refusals, ReceiptWriter writer, IOptionsMonitor<PagoEfectivoOptions> options, SecretShelf shelf, TimeProvider time)
    {
        this.networks = networks;
        this.flood = flood;
        this.refusals = refusals;
        this.writer = writer;
        this.options = options;
        this.shelf = shelf;
        this.time = time;
    }

    /// <summary>Answers one knock.</summary>
    public async Task<DoorAnswer> ReceiveAsync(Knock delivery)
    {
        if (!networks.Has(delivery.Sender)) return Refuse(delivery, DeliveryVerdict.NetworkNotAllowed, 403, 4003, "Address not allowed", charge: false);
        if (delivery.TooLarge) return Refuse(delivery, DeliveryVerdict.TooLarge, 413, 4000, "Body over 64 KiB", charge: true);
        if (WebhookSignature.MakerOf(delivery.Signature, delivery.Body.Span, options.CurrentValue.WebhookSecrets) is not { } secret)
            return Refuse(delivery, DeliveryVerdict.BadSignature, 401, 4001, "Signature missing or wrong", charge: true);
        shelf.Used(SecretKind.Webhook, secret);

        var read = WebhookParser.Parse(delivery.Body);
        if (read is { Done: true, Value.OrderId: { } orderId }) OrderTrace.Names(orderId);
        var stored = await writer.StoreAsync(ReceiptOf(delivery, read));
        if (stored == Stored.NotNow) return new DoorAnswer(503, 5030, "Cannot be stored now; send again", RetryAfter: ComeAgain);
        if (read.Refusal is { } fault) return new DoorAnswer(400, 4000, fault.Detail, fault.Field);
        return new DoorAnswer(200, Duplicate: stored == Stored.Duplicate);
    }

    /// <summary>Whether a sender may knock at all, before anything of its body is read.</summary>
    public bool MayKnock(IPAddress? sender) => networks.Has(sender);

    private DoorAnswer Refuse(Knock delivery, DeliveryVerdict verdict, int status, int code, string message, bool charge)
    {
        if (charge && flood.Refuse(delivery.Sender!) is { } wait)
        {
            refusals.Add(DeliveryVerdict.Flood, SenderOf(delivery), delivery.Headers, default);
            return new DoorAnswer(429, 4029, "Too many refused deliveries", RetryAfter: wait);
        }

        refusals.Add(verdict, SenderOf(delivery), delivery.Headers, delivery.Body);
        return new DoorAnswer(status, code, message);
    }

    private Receipt ReceiptOf(Knock delivery, Result<WebhookMessage> read)
    {
        var body = MemoryMarshal.TryGetArray(delivery.Body, out var own) && own.Count == own.Array!.Length ? own.Array : delivery.Body.ToArray();
        var message = read.Done ? read.Value : null;
        return new Receipt
        {
            EventId = message?.EventId,
            Type = message?.Type,
            PaymentId = message?.PaymentId,
            ReceivedAt = time.GetUtcNow(),
            Body = body,
            BodyHash = SHA256.HashData(body),
            Headers = delivery.Headers,
            Sender = SenderOf(delivery),
            State = ReceiptState.Waiting,
            Verdict = message is null ? DeliveryVerdict.Malformed : DeliveryVerdict.Waiting,
            Detail = read.Refusal is { } fault ? $"{fault.Field}: {fault.Detail}" : null,
            NextAt = Receipt.AtOnce,
        };
    }

    private static string SenderOf(Knock delivery) => delivery.Sender?.ToString() ?? "unknown";
}
