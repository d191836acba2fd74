using System.Text;
using System.Text.Json;
using PagoConsole.Sandbox.Faults;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Marketplace;

/// <summary>The simulated marketplace: takes every callback in, true or not, and shows what it received.</summary>
internal static class CallbackEndpoints
{
    public static void MapCallbacks(this IEndpointRouteBuilder sandbox)
    {
        sandbox.MapPost("/marketplace/callbacks", ReceiveAsync);
        sandbox.MapGet("/marketplace/callbacks", (string? orderId, SandboxFile file) =>
            Results.Json(file.Read(db => CallbackRows.Of(db, orderId)), WireFormat.CamelCase));
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, SandboxFile file, SandboxCredentials credentials, FaultBox faults, TimeProvider time)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var body = buffer.ToArray();
        var headers = http.Request.Headers;
        var now = time.GetUtcNow();

        // Whether it is fresh is a matter of the real clock, whatever clock the business runs on.
        var valid = CallbackSignature.IsValid(
            headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body, credentials.CallbackSecrets, TimeProvider.System.GetUtcNow());
        var sent = headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        await file.WriteAsync(db => CallbackRows.Insert(db, now, OrderOf(body), sent, Encoding.UTF8.GetString(body), valid));
        return Results.StatusCode(faults.Current.CallbackStatus ?? StatusCodes.Status200OK);
    }

    private static string? OrderOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Callback>(body, WireFormat.CamelCase)?.Data?.Order?.OrderId;
        }
        catch (JsonException)
        {
            // Kept as it came; it just belongs to no order.
            return null;
        }
    }

    private sealed record Callback(CallbackData? Data);

    private sealed record CallbackData(CallbackOrder? Order);

    private sealed record CallbackOrder(string? OrderId);
}
