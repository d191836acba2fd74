using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Connection;

/// <summary>
/// Delivers a signed message of a type that nobody knows to our own public address, as PagoEfectivo would, and waits until it is processed:
/// it ends as a receipt of unknown type and changes nothing.
/// </summary>
internal sealed class KnockAtOwnDoor(
    Probe probe, PublicAddress outside, IOptionsMonitor<PagoEfectivoOptions> options, IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>The type of such a message.</summary>
    public const string Type = "connection.check";

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestProcessing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ALongTime = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<ConnectionResult>> RunAsync(CancellationToken ct)
    {
        var address = new Uri(outside.Root, "webhook/pagoefectivo");
        var eventId = Ids.New("evt_check", time.GetUtcNow());
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { event_id = eventId, type = Type, created_at = time.GetUtcNow(), data = new { payment_id = "none" } });
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(options.CurrentValue.WebhookSecrets[0], body));
        var begun = Stopwatch.GetTimestamp();
        var answer = await probe.SendAsync(request, LongestAnswer, null, ct);
        var (finding, details) = await WhatCameAsync(answer, address.Host, eventId, begun, ct);
        var (certificate, until) = CertificateVerdict.Of(address, answer.Certificate, time.GetUtcNow());
        var took = Stopwatch.GetElapsedTime(begun);
        return
        [
            new(ConnectionStep.Door, finding, answer.At, took, details, (int?)answer.Response?.StatusCode),
            await LastWebhookAsync(ct),
            new(ConnectionStep.OwnCertificate, certificate, answer.At, took, until),
        ];
    }

    private async Task<(ConnectionFinding Finding, object[] Details)> WhatCameAsync(ProbeAnswer answer, string host, string eventId, long begun, CancellationToken ct)
    {
        if (answer.Response is not { StatusCode: var status }) return (ConnectionFinding.DoorUnreachable, [host, answer.Fault?.ToString() ?? "timeout"]);
        var answered = (long)answer.Took.TotalMilliseconds;
        switch (status)
        {
            case HttpStatusCode.OK:
                return await IsProcessedAsync(eventId, ct)
                    ? (ConnectionFinding.DoorWorks, [answered, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds])
                    : (ConnectionFinding.DoorNotProcessed, [(int)LongestProcessing.TotalSeconds]);
            case HttpStatusCode.Forbidden when CodeOf(answer.Body) == 4003:
                return options.CurrentValue.Environment == GatewayEnvironment.Embedded ? (ConnectionFinding.DoorShut, []) : (ConnectionFinding.DoorReached, [answered]);
            case HttpStatusCode.Unauthorized when CodeOf(answer.Body) == 4001:
                return (ConnectionFinding.DoorSignatureLost, []);
            default:
                return (ConnectionFinding.DoorStrange, [(int)status]);
        }
    }

    private async Task<bool> IsProcessedAsync(string eventId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < LongestProcessing;)
        {
            if (await db.Set<Receipt>().AnyAsync(r => r.EventId == eventId && r.Verdict == DeliveryVerdict.UnknownType, ct)) return true;
            await Task.Delay(Look, ct);
        }

        return false;
    }

    private async Task<ConnectionResult> LastWebhookAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var last = await db.Set<Receipt>().AsNoTracking().Where(r => r.Type != Type).OrderByDescending(r => r.Id).Select(r => (DateTimeOffset?)r.ReceivedAt).FirstOrDefaultAsync(ct);
        var now = time.GetUtcNow();
        var finding = last is null ? ConnectionFinding.NoWebhookYet : now - last > ALongTime ? ConnectionFinding.LastWebhookOld : ConnectionFinding.LastWebhookGood;
        return new(ConnectionStep.LastWebhook, finding, now, TimeSpan.Zero, last is { } at ? [at] : []);
    }

    private static int? CodeOf(byte[] body)
    {
        using var document = WireJson.Parse(body);
        return document is not null && document.RootElement.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : null;
    }
}
