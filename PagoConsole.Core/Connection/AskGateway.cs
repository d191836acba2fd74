using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Rest;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Connection;

/// <summary>
/// Asks PagoEfectivo for a payment that cannot exist, signed like every call: "no such payment" (4004) says that address, keys and clock are
/// right, and nothing was changed.
/// </summary>
internal sealed class AskGateway(
    Probe probe, GatewayAddress address, GatewayHealth health, IOptionsMonitor<PagoEfectivoOptions> options, SecretShelf shelf,
    IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    private const int CallsLookedAt = 500;

    public async Task<IReadOnlyList<ConnectionResult>> RunAsync(CancellationToken ct)
    {
        var root = new Uri(await address.WhenKnownAsync(ct));
        var path = $"/api/v1/payment/{Ids.New("check", time.GetUtcNow())}";
        using var request = new HttpRequestMessage(HttpMethod.Get, root.AbsoluteUri.TrimEnd('/') + path);
        request.Headers.Accept.ParseAdd("application/json");
        var answer = await probe.SendAsync(request, options.CurrentValue.Timeout, new RequestSigner(options, shelf, time), ct);
        var reply = answer.Response is { } head ? RestReply.Read(head, answer.Body, null, time.GetUtcNow()) : null;
        ConnectionResult Result(ConnectionStep step, ConnectionFinding finding, params object[] details) => new(
            step, finding, answer.At, answer.Took, details, (int?)answer.Response?.StatusCode, reply?.Code, reply?.RequestId);
        ConnectionResult Aside(ConnectionStep step, ConnectionFinding finding, params object[] details) => new(step, finding, answer.At, answer.Took, details);
        var (certificate, until) = CertificateVerdict.Of(root, answer.Certificate, time.GetUtcNow());
        return
        [
            Reached(answer, reply, root.Host, Result),
            Accepted(answer, reply, Result),
            answer.Response?.Headers.Date is { } theirs && ClockVerdict.SkewOf(answer.At, answer.Took, theirs) is var apart
                ? Aside(ConnectionStep.Clock, ClockVerdict.Of(apart), apart)
                : Aside(ConnectionStep.Clock, ConnectionFinding.NotTried),
            Aside(ConnectionStep.GatewayCertificate, certificate, until),
            await LastCallAsync(ct),
        ];
    }

    private delegate ConnectionResult Found(ConnectionStep step, ConnectionFinding finding, params object[] details);

    private ConnectionResult Reached(ProbeAnswer answer, RestReply? reply, string host, Found result) => answer switch
    {
        { TimedOut: true } => result(ConnectionStep.Address, ConnectionFinding.NoAnswer, host, options.CurrentValue.TimeoutSeconds),
        { Fault: HttpRequestError.NameResolutionError } => result(ConnectionStep.Address, ConnectionFinding.NameUnknown, host),
        { Fault: HttpRequestError.SecureConnectionError } => result(ConnectionStep.Address, ConnectionFinding.NotSecure, host),
        { Response: null } => result(ConnectionStep.Address, ConnectionFinding.NoConnection, host),
        _ when reply?.Error == GatewayError.AddressNotAllowed => result(ConnectionStep.Address, ConnectionFinding.AddressRefused),
        _ => result(ConnectionStep.Address, ConnectionFinding.AddressReached, host, (long)answer.Took.TotalMilliseconds),
    };

    private static ConnectionResult Accepted(ProbeAnswer answer, RestReply? reply, Found result) => reply switch
    {
        null or { Error: GatewayError.AddressNotAllowed } => result(ConnectionStep.Keys, ConnectionFinding.NotTried),
        { Error: GatewayError.NoSuchPayment } => result(ConnectionStep.Keys, ConnectionFinding.KeysAccepted),
        { Error: GatewayError.SignatureRejected } => result(ConnectionStep.Keys, ConnectionFinding.KeysRefused),
        { Fault: GatewayFault.Failed } or { Error: GatewayError.TooManyRequests } =>
            result(ConnectionStep.Keys, ConnectionFinding.GatewayBusy, reply.Code ?? (int)answer.Response!.StatusCode),
        _ => result(ConnectionStep.Keys, ConnectionFinding.AnswerStrange, reply.Code ?? (int)answer.Response!.StatusCode),
    };

    private async Task<ConnectionResult> LastCallAsync(CancellationToken ct)
    {
        var now = health.Now;
        ConnectionResult Result(ConnectionFinding finding, params object[] details) => new(ConnectionStep.LastCall, finding, time.GetUtcNow(), TimeSpan.Zero, details);
        if (now.Circuit == GatewayCircuit.Open) return Result(ConnectionFinding.CallsHeldBack, now.Since!);
        var good = now.LastSuccess ?? await LastGoodAsync(ct);
        if (now.LastFailure > (good ?? DateTimeOffset.MinValue)) return Result(ConnectionFinding.LastCallFailed, (object?)good ?? "–", now.LastFault.ToString());
        return good is { } at ? Result(ConnectionFinding.LastCallGood, at) : Result(ConnectionFinding.NoCallYet);
    }

    // Of the calls before this process started: another node's, or those before a restart.
    private async Task<DateTimeOffset?> LastGoodAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var calls = await db.Set<GatewayCallRow>().AsNoTracking().OrderByDescending(c => c.Id).Take(CallsLookedAt).Select(c => new { c.At, c.Fault }).ToListAsync(ct);
        return calls.FirstOrDefault(c => c.Fault is GatewayFault.None or GatewayFault.Refused)?.At;
    }
}
