using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>What the fake was sent, as it stood on the wire.</summary>
internal sealed record Sent(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>PagoEfectivo as a test wants it: real HTTP on a port of its own, answers as they are told, everything kept.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Sent> received = new();

    private FakeGateway(WebApplication app) => this.app = app;

    /// <summary>How the n-th request (from 1) is answered.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (context, _) => Json(context, 201, Payloads.Pending);

    public string Address { get; private set; } = "";

    public IReadOnlyList<Sent> Received => [.. received];

    public static async Task<FakeGateway> StartAsync(int port = 0, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, endpoint =>
        {
            if (certificate is not null) endpoint.UseHttps(certificate);
        }));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakeGateway(app);
        app.Run(fake.HandleAsync);
        await app.StartAsync();
        fake.Address = app.Urls.First();
        return fake;
    }

    public static async Task Json(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    public static Task Error(HttpContext context, int status, int code, string? field = null) =>
        Json(context, status, Payloads.Error(code, field));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        received.Enqueue(new Sent(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));
        await Answer(context, received.Count);
    }
}
