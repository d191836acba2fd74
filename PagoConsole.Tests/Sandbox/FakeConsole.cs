using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PagoConsole.Tests.Sandbox;

/// <summary>What the fake console was sent.</summary>
internal sealed record Heard(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement.Clone();
}

/// <summary>Stands where the console will be: notes every request and answers as told, 200 if not told.</summary>
internal sealed class FakeConsole : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Heard> _heard = new();

    private FakeConsole(WebApplication app) => _app = app;

    /// <summary>The status for a request, with Retry-After when there is one.</summary>
    public Func<Heard, (int Status, string? RetryAfter)> Answer { get; set; } = _ => (200, null);

    public Uri Url => new(_app.Urls.First());

    public IReadOnlyList<Heard> All => [.. _heard];

    public static async Task<FakeConsole> StartAsync(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var console = new FakeConsole(builder.Build());
        console._app.Run(console.TakeAsync);
        await console._app.StartAsync();
        return console;
    }

    public IReadOnlyList<Heard> At(string path) => [.. _heard.Where(heard => heard.Path == path)];

    /// <summary>Events that arrived for a payment, in the order they came.</summary>
    public IReadOnlyList<Heard> Events(string paymentId) =>
        [.. At("/webhook/pagoefectivo").Where(heard => heard.Json.GetProperty("data").GetProperty("payment_id").GetString() == paymentId)];

    /// <summary>Waits until so many things are there, and fails with what is there when they do not come.</summary>
    public async Task<IReadOnlyList<Heard>> WaitAsync(Func<IReadOnlyList<Heard>> what, int count, int seconds = 15)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (what().Count < count)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started).TotalSeconds < seconds, $"{what().Count} of {count} came");
            await Task.Delay(20);
        }
        return what();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var heard = new Heard(
            http.Request.Method, http.Request.Path + http.Request.QueryString, headers, await reader.ReadToEndAsync(), TimeProvider.System.GetUtcNow());
        _heard.Enqueue(heard);
        var (status, retryAfter) = Answer(heard);
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        http.Response.StatusCode = status;
    }
}
