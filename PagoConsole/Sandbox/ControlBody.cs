using System.Text.Json;

namespace PagoConsole.Sandbox;

/// <summary>Bodies of the sandbox's controls: JSON in camelCase; none at all means every field is left out.</summary>
internal static class ControlBody
{
    public static async Task<(T Body, IResult? Refusal)> ReadAsync<T>(HttpContext http) where T : class, new()
    {
        try
        {
            if (http.Request.ContentLength == 0) return (new(), null);
            using var text = new MemoryStream();
            await http.Request.Body.CopyToAsync(text, http.RequestAborted);
            if (text.Length == 0) return (new(), null);
            text.Position = 0;
            return (await JsonSerializer.DeserializeAsync<T>(text, WireFormat.CamelCase, http.RequestAborted) ?? new(), null);
        }
        catch (JsonException broken)
        {
            var field = broken.Path?.TrimStart('$', '.') is { Length: > 0 } named ? named : "body";
            return (new(), Refuse(http, field, "is not what it takes"));
        }
    }

    public static IResult Refuse(HttpContext http, string field, string reason, int status = StatusCodes.Status400BadRequest) =>
        Results.Problem(
            title: "The request was refused.", detail: $"{field}: {reason}", statusCode: status,
            extensions: new Dictionary<string, object?> { ["field"] = field, ["requestId"] = http.TraceIdentifier });
}
