using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>FraudLabs Pro's order screening, version 2: one call, no repeats, within the time that an order waits.</summary>
internal sealed partial class FraudLabsProReputation(
    IHttpClientFactory clients, IOptionsMonitor<DeviceReputationOptions> settings, SelfAddress self, ILogger<FraudLabsProReputation> logger)
    : IDeviceReputation
{
    public const string Client = "DeviceReputation";
    private const string Sandbox = "/sandbox/fraudlabspro";
    private const string Screen = "/v2/order/screen";

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public async Task<DeviceScore> ScoreAsync(OrderContent order, CancellationToken ct)
    {
        if (Writes.InTransaction) throw new InvalidOperationException("A device's reputation was asked for inside a transaction.");
        var options = settings.CurrentValue;
        if (!options.Enabled) return DeviceScore.Without(ReputationOutage.Off);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Timeout);
        var score = await AskAsync(order, options, limit.Token, ct);
        if (score.Reason is { } reason) Log.Outage(logger, order.OrderId, reason);
        return score;
    }

    private async Task<DeviceScore> AskAsync(OrderContent order, DeviceReputationOptions options, CancellationToken limit, CancellationToken ct)
    {
        try
        {
            var address = await AddressAsync(options, limit);
            var content = JsonContent.Create(ScreenOrder.Of(order, options), options: Json);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            using var response = await clients.CreateClient(Client).SendAsync(request, limit);
            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => ScoreAnswer.Read(await response.Content.ReadAsByteArrayAsync(limit)),
                >= 500 => DeviceScore.Without(ReputationOutage.Unreachable),
                _ => DeviceScore.Without(ReputationOutage.Refused),
            };
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return DeviceScore.Without(ReputationOutage.Timeout);
        }
        catch (HttpRequestException failure)
        {
            return DeviceScore.Without(
                failure.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded ? ReputationOutage.Unreadable : ReputationOutage.Unreachable);
        }
    }

    private async ValueTask<string> AddressAsync(DeviceReputationOptions options, CancellationToken ct) =>
        (options.BaseUrl.Length > 0 ? options.BaseUrl.TrimEnd('/') : (await self.WhenKnownAsync(ct)).AbsoluteUri.TrimEnd('/') + Sandbox) + Screen;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No device reputation for order {OrderId}: {Reason}")]
        public static partial void Outage(ILogger logger, string orderId, string reason);
    }
}
