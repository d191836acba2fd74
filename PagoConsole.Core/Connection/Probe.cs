using System.Diagnostics;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Connection;

/// <summary>A certificate as a server showed it.</summary>
/// <param name="Ends">Until when it holds.</param>
/// <param name="Errors">Why it is not trusted here; none if it is.</param>
internal sealed record ShownCertificate(DateTimeOffset Ends, SslPolicyErrors Errors);

/// <summary>What one request of a check came to.</summary>
/// <param name="At">When it was sent.</param>
/// <param name="Took">How long the connection and the answer took.</param>
/// <param name="Response">The answer; its body is read.</param>
/// <param name="Body">The answer's body.</param>
/// <param name="Fault">What went wrong if none came.</param>
/// <param name="Certificate">The certificate that the server showed, also one that was not trusted.</param>
internal sealed record ProbeAnswer(
    DateTimeOffset At, TimeSpan Took, HttpResponseMessage? Response, byte[] Body, HttpRequestError? Fault, ShownCertificate? Certificate)
{
    /// <summary>No whole answer came in time.</summary>
    public bool TimedOut => Response is null && Fault is null;
}

/// <summary>
/// One request over a connection of its own, outside the console's usual clients: it neither counts for their circuits nor is held back by
/// them, is never repeated, and keeps the certificate that it is shown.
/// </summary>
internal sealed class Probe(TimeProvider time)
{
    /// <summary>The largest body that is read.</summary>
    private const int LargestBody = 64 * 1024;

    /// <summary>Sends it.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="atMost">How long to wait.</param>
    /// <param name="signer">Signs it on its way; none for a request without signature.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ProbeAnswer> SendAsync(HttpRequestMessage request, TimeSpan atMost, DelegatingHandler? signer, CancellationToken ct)
    {
        ShownCertificate? shown = null;
        using var client = new HttpClient(Around(signer, SocketThatShows(certificate => shown = certificate)))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestBody,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        var (at, begun) = (time.GetUtcNow(), Stopwatch.GetTimestamp());
        ProbeAnswer Ended(HttpResponseMessage? response, byte[] body, HttpRequestError? fault) =>
            new(at, Stopwatch.GetElapsedTime(begun), response, body, fault, shown);
        try
        {
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var head = Ended(response, [], null);
            await response.Content.LoadIntoBufferAsync(LargestBody, limit.Token);
            return head with { Body = await response.Content.ReadAsByteArrayAsync(limit.Token) };
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Ended(null, [], null);
        }
        catch (HttpRequestException failure)
        {
            return Ended(null, [], failure.HttpRequestError);
        }
    }

    private static SocketsHttpHandler SocketThatShows(Action<ShownCertificate> show)
    {
        var socket = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Proxy = LoopbackIsDirect.Machine };
        socket.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            if (certificate is not null) show(new(EndOf(certificate), errors));
            return errors == SslPolicyErrors.None;
        };
        return socket;
    }

    private static HttpMessageHandler Around(DelegatingHandler? signer, HttpMessageHandler socket)
    {
        if (signer is null) return socket;
        signer.InnerHandler = socket;
        return signer;
    }

    private static DateTimeOffset EndOf(X509Certificate certificate)
    {
        using var whole = new X509Certificate2(certificate);
        return whole.NotAfter.ToUniversalTime();
    }
}
