using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PagoConsole.Tests.Hosting;

/// <summary>A console with an https address of its own; callers from elsewhere come through a proxy on loopback.</summary>
public sealed class TlsTests(TlsHost tls) : IClassFixture<TlsHost>
{
    [Theory]
    [InlineData("203.0.113.5", "/sign-in", HttpStatusCode.TemporaryRedirect)]
    [InlineData("203.0.113.5", "/health/ready", HttpStatusCode.OK)]
    [InlineData("203.0.113.5", "/metrics", HttpStatusCode.OK)]
    [InlineData(null, "/sign-in", HttpStatusCode.OK)]
    public async Task A_caller_from_another_machine_is_moved_to_https(string? caller, string path, HttpStatusCode status)
    {
        using var answer = await AskAsync(path, caller, "http");

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.TemporaryRedirect) Assert.Equal("https", answer.Headers.Location?.Scheme);
    }

    [Fact]
    public async Task Over_https_the_browser_is_asked_to_stay_there()
    {
        using var secure = await AskAsync("/sign-in", "203.0.113.5", "https");
        using var plain = await AskAsync("/health/live", "203.0.113.5", "http");

        Assert.Equal(HttpStatusCode.OK, secure.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    private Task<HttpResponseMessage> AskAsync(string path, string? caller, string scheme)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "pagos.example.pe" } };
        if (caller is not null) request.Headers.Add("X-Forwarded-For", caller);
        if (caller is not null) request.Headers.Add("X-Forwarded-Proto", scheme);
        return tls.Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

public sealed class TlsHost : IAsyncLifetime
{
    private readonly string certificate = Path.Combine(Path.GetTempPath(), $"pago-tls-{Environment.ProcessId}.pfx");
    private RunningHost? host;

    internal RunningHost Host => host ?? throw new InvalidOperationException("The host was not started.");

    public async ValueTask InitializeAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        await File.WriteAllBytesAsync(certificate, request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1)).Export(X509ContentType.Pfx, "pfx"));
        host = await RunningHost.StartAsync(
            null,
            "--Kestrel:Endpoints:Plain:Url=http://127.0.0.1:0",
            "--Kestrel:Endpoints:Secure:Url=https://127.0.0.1:0",
            $"--Kestrel:Endpoints:Secure:Certificate:Path={certificate}",
            "--Kestrel:Endpoints:Secure:Certificate:Password=pfx",
            "--Network:TrustedProxies:0=127.0.0.1");
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        File.Delete(certificate);
    }
}
