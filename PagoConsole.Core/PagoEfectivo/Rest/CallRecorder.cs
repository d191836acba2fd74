using System.Diagnostics;
using PagoConsole.Core.PagoEfectivo.Announcements;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>
/// Records every attempt, and reads its answer whole: only so does an answer that hangs or is cut short count as this attempt's fault,
/// within its time limit.
/// </summary>
internal sealed class CallRecorder(TimeProvider time, GatewayHealth health, AnnouncedChanges announced) : DelegatingHandler
{
    private const int LargestAnswer = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var trail = CallTrail.Of(request);
        var body = request.Content as FrozenContent;
        body?.Rewind();
        var started = Stopwatch.GetTimestamp();
        var call = new GatewayCall(
            trail.NextAttempt, request.Method.Method, request.RequestUri!.PathAndQuery, time.GetUtcNow(), 0, GatewayFault.None);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            var reply = await ReadAsync(response, trail, cancellationToken);
            announced.Add(AnnouncementReader.Read(response, call.Method, call.Path));
            Keep(call with
            {
                Fault = reply.Fault,
                Status = (int)response.StatusCode,
                Code = reply.Code,
                RequestId = reply.RequestId,
                ClockSkewSeconds = reply.Error == GatewayError.SignatureRejected ? SkewOf(response) : null,
            }, reply);
            return response;
        }
        catch (OperationCanceledException)
        {
            var sent = body?.Started ?? true;
            Keep(call with { Fault = Cancelled(trail, sent) }, null);
            throw;
        }
        catch (HttpRequestException failure)
        {
            var sent = body?.Started ?? !NeverConnected(failure);
            Keep(call with { Fault = sent ? GatewayFault.ConnectionBroke : GatewayFault.Unreachable }, null);
            throw;
        }

        void Keep(GatewayCall ended, RestReply? reply)
        {
            ended = ended with { DurationMs = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds };
            trail.Add(ended, reply);
            GatewayMeasures.Observe(ended, started);
            health.Observe(ended);
        }
    }

    private async Task<RestReply> ReadAsync(HttpResponseMessage response, CallTrail trail, CancellationToken ct)
    {
        if (trail.Streamed && response.IsSuccessStatusCode) return RestReply.Stream(response);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, ct);
            return RestReply.Read(response, await response.Content.ReadAsByteArrayAsync(ct), trail.PaymentId, time.GetUtcNow());
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static GatewayFault Cancelled(CallTrail trail, bool sent) =>
        !sent ? GatewayFault.Unreachable : trail.Caller.IsCancellationRequested ? GatewayFault.GaveUp : GatewayFault.TimedOut;

    private static bool NeverConnected(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private long? SkewOf(HttpResponseMessage response) =>
        response.Headers.Date is { } theirs ? (long)(theirs - time.GetUtcNow()).TotalSeconds : null;
}
