using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Webhooks;

/// <summary>
/// Sends due deliveries over real HTTP, at least once, with growing pauses; it starts again where the file says it stopped.
/// </summary>
internal sealed partial class WebhookSender(
    SandboxFile file, ConsoleAddress console, SandboxHttp http, SandboxCredentials credentials,
    IOptions<SandboxSettings> settings, ILogger<WebhookSender> logger) : BackgroundService
{
    private const int BatchSize = 256;
    private const int AtOnce = 16;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await console.GetAsync(stoppingToken) is not { } address) return;
        var door = new Uri(address, "/webhook/pagoefectivo");
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await SendDueAsync(door, stoppingToken)) await file.WaitForCommitAsync(Poll, stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                Log.RoundFailed(logger, broken);
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task<bool> SendDueAsync(Uri door, CancellationToken ct)
    {
        var due = file.Read(db => DeliveryRows.Due(db, BatchSize));
        // Events of one payment go out in order unless a fault says otherwise; payments do not wait for each other.
        var byPayment = due.GroupBy(delivery => delivery.PaymentId);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(byPayment, limits, async (deliveries, stop) =>
        {
            foreach (var delivery in deliveries) await SendAsync(door, delivery, stop);
        });
        return due.Count > 0;
    }

    private async Task SendAsync(Uri door, Delivery delivery, CancellationToken ct)
    {
        var (answer, delivered, wait) = await PostAsync(door, delivery, ct);
        var tooOld = delivery.FirstTriedAt is { } first && TimeProvider.System.GetUtcNow() - first > GiveUpAfter;
        // A forger does not come back with the same lie.
        var state = delivered || delivery.Forged ? DeliveryState.Done : tooOld ? DeliveryState.GivenUp : DeliveryState.Waiting;
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(delivery.Attempts, 20)), settings.Value.MaxWebhookPauseSeconds));
        if (state == DeliveryState.Waiting) Log.WillRetry(logger, delivery.EventId, delivery.Attempts + 1, answer);
        await file.WriteAsync(db => DeliveryRows.Record(db, delivery, state, answer, wait > pause ? wait.Value : pause));
    }

    private async Task<(string Answer, bool Delivered, TimeSpan? Wait)> PostAsync(Uri door, Delivery delivery, CancellationToken ct)
    {
        var body = Encoding.UTF8.GetBytes(delivery.Body);
        var secret = delivery.Forged ? "not-" + credentials.WebhookSecret : credentials.WebhookSecret;
        using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Signature", WebhookSignature.Of(secret, body));
        try
        {
            using var response = await http.Client.SendAsync(request, ct);
            return ($"{(int)response.StatusCode}", response.IsSuccessStatusCode, WaitOf(response));
        }
        catch (HttpRequestException)
        {
            return ("unreachable", false, null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ("timeout", false, null);
        }
    }

    private static TimeSpan? WaitOf(HttpResponseMessage response) =>
        response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests) ? null
        : response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - TimeProvider.System.GetUtcNow();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Event {EventId} was not taken (attempt {Attempt}: {Answer}); it will be sent again")]
        public static partial void WillRetry(ILogger logger, string eventId, int attempt, string answer);

        [LoggerMessage(2, LogLevel.Error, "A round of webhook deliveries failed; the next one follows")]
        public static partial void RoundFailed(ILogger logger, Exception exception);
    }
}
