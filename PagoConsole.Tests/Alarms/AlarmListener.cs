using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PagoConsole.Tests.Alarms;

/// <summary>Whoever is told of alarms by webhook: a real HTTP server on loopback.</summary>
internal sealed class AlarmListener : IAsyncDisposable
{
    private readonly WebApplication app;

    private AlarmListener(WebApplication app) => this.app = app;

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 204;

    public ConcurrentQueue<(string Id, string Timestamp, string Signature, string Body)> Received { get; } = new();

    public string Url => $"{app.Urls.Single()}/hooks/hunter2";

    public static async Task<AlarmListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listener = new AlarmListener(builder.Build());
        listener.app.MapPost("/hooks/hunter2", listener.TakeAsync);
        await listener.app.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var headers = request.Headers;
        Received.Enqueue((headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync()));
        return Results.StatusCode(Status);
    }
}
