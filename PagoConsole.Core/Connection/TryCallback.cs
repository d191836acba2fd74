using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Core.Connection;

/// <summary>Sends the marketplace a signed test, and looks at the certificate of its address.</summary>
internal sealed class TryCallback(Probe probe, SendTestCallback test, CallbackPost post, TimeProvider time)
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    public async Task<Result<IReadOnlyList<ConnectionResult>>> RunAsync(Actor by, CancellationToken ct)
    {
        var sent = await test.RunAsync(by, ct);
        if (!sent.Done) return sent.Refusal!;
        var answer = sent.Value.Answer;
        var address = await post.AddressAsync(ct);
        var (certificate, until) = CertificateVerdict.Of(address, await ShownAsync(address, ct), time.GetUtcNow());
        return new ConnectionResult[]
        {
            new(
                ConnectionStep.Callback,
                answer.Taken ? ConnectionFinding.CallbackTaken : ConnectionFinding.CallbackNotTaken,
                answer.At,
                answer.Took,
                [answer.Word, (long)answer.Took.TotalMilliseconds],
                answer.Status),
            new(ConnectionStep.CallbackCertificate, certificate, time.GetUtcNow(), TimeSpan.Zero, until),
        };
    }

    // The certificate is shown before anything is asked; HEAD asks for the least that there is.
    private async Task<ShownCertificate?> ShownAsync(Uri address, CancellationToken ct)
    {
        if (address.Scheme != Uri.UriSchemeHttps) return null;
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        return (await probe.SendAsync(request, LongestAnswer, null, ct)).Certificate;
    }
}
