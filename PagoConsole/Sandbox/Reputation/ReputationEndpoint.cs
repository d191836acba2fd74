using System.Text.Json;

namespace PagoConsole.Sandbox.Reputation;

/// <summary>FraudLabs Pro's order screening, version 2, as far as its score: the same device always gets the same one.</summary>
internal static class ReputationEndpoint
{
    public const string Base = "/sandbox/fraudlabspro";

    public static void MapReputation(this IEndpointRouteBuilder app) =>
        app.MapPost(Base + "/v2/order/screen", ScreenAsync).AddEndpointFilter<ReputationDoor>();

    public static IResult Refuse(int status, string message) =>
        Results.Json(new { error = new { error_code = status, error_message = message } }, statusCode: status);

    private static async Task<IResult> ScreenAsync(HttpContext http, TimeProvider time)
    {
        var (asked, broken) = await ReadAsync(http);
        if (asked is null) return Refuse(StatusCodes.Status400BadRequest, broken!);
        if (string.IsNullOrEmpty(asked.Key)) return Refuse(StatusCodes.Status401Unauthorized, "MISSING PARAMETER key");
        if (string.IsNullOrEmpty(asked.Ip)) return Refuse(StatusCodes.Status400BadRequest, "MISSING PARAMETER ip");
        var score = DeviceScores.Of(asked.FlpChecksum);
        return Results.Json(
            new ScreenAnswer(asked.UserOrderId, SandboxIds.New("", time.GetUtcNow()), score, DeviceScores.StatusOf(score)), WireFormat.SnakeCase);
    }

    private static async Task<(ScreenRequest? Asked, string? Broken)> ReadAsync(HttpContext http)
    {
        try
        {
            var asked = await JsonSerializer.DeserializeAsync<ScreenRequest>(http.Request.Body, WireFormat.SnakeCase, http.RequestAborted);
            return (asked, asked is null ? "THE BODY IS EMPTY" : null);
        }
        catch (JsonException)
        {
            return (null, "THE BODY IS NOT JSON");
        }
    }

    /// <summary>What of the request matters here.</summary>
    private sealed record ScreenRequest(string? Key, string? Ip, string? UserOrderId, string? FlpChecksum);

    /// <summary>What of the answer matters; the real one tells of address, phone and device as well.</summary>
    private sealed record ScreenAnswer(string? UserOrderId, string FraudlabsproId, int FraudlabsproScore, string FraudlabsproStatus);
}
