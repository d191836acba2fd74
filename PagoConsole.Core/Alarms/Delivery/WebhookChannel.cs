using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>Alarms by webhook, each under its own id: signed as Standard Webhooks say, so that the receiver can tell a repetition.</summary>
internal sealed class WebhookChannel(IHttpClientFactory clients, IOptionsMonitor<AlarmWebhookOptions> options) : IAlarmChannel
{
    public const string Client = "Alarms";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public string Key => "webhook";

    public bool IsOn => options.CurrentValue.Url.Length > 0;

    public int AtOnce => 1;

    public async Task SendAsync(IReadOnlyList<Alarm> alarms, CancellationToken ct)
    {
        foreach (var alarm in alarms) await SendAsync(alarm, ct);
    }

    private async Task SendAsync(Alarm alarm, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            using var request = Request(alarm);
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"The alarm webhook answered {(int)response.StatusCode}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The alarm webhook did not answer within {Longest.TotalSeconds:F0} s");
        }
        catch (HttpRequestException failure)
        {
            throw new InvalidOperationException($"The alarm webhook cannot be reached: {failure.HttpRequestError}");
        }
    }

    private HttpRequestMessage Request(Alarm alarm)
    {
        var settings = options.CurrentValue;
        var body = JsonSerializer.Serialize(new
        {
            type = "alarm.raised",
            timestamp = alarm.RaisedAt.ToString("O", CultureInfo.InvariantCulture),
            data = new { id = alarm.AlarmId, kind = alarm.Kind.ToString(), severity = alarm.Severity.ToString(), subject = alarm.Subject, times = alarm.Times },
        });
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        // The receiver compares the timestamp with its own clock, so it is the real one.
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = content };
        request.Headers.Add(StandardWebhookSignature.IdHeader, alarm.AlarmId);
        request.Headers.Add(StandardWebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhookSignature.SignatureHeader, StandardWebhookSignature.Of([settings.Secret], alarm.AlarmId, timestamp, body));
        return request;
    }
}
