using System.Net;
using System.Net.Http.Json;

namespace PagoConsole.Sandbox.Shoppers;

/// <summary>What became of a call to the console.</summary>
internal enum CallFate
{
    Taken,

    /// <summary>Not possible in this state, maybe later.</summary>
    Conflict,

    /// <summary>Will never be taken as it is.</summary>
    Refused,

    /// <summary>The console is away, busy, or does not know us yet.</summary>
    Unavailable,
}

/// <summary>The marketplace's side of the console's API.</summary>
internal sealed class MarketplaceCalls(SandboxHttp http, SandboxCredentials credentials)
{
    public async Task<bool> IsReadyAsync(Uri console, CancellationToken ct)
    {
        try
        {
            using var answer = await http.Client.GetAsync(new Uri(console, "/health/ready"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (IsAway(away, ct))
        {
            return false;
        }
    }

    public async Task<CallFate> PostAsync<T>(Uri console, string path, T body, CancellationToken ct, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(console, "/api/v1/" + path));
        request.Content = JsonContent.Create(body, options: WireFormat.CamelCase);
        request.Headers.Authorization = new("Bearer", credentials.ApiKey);
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        try
        {
            using var answer = await http.Client.SendAsync(request, ct);
            return FateOf(answer.StatusCode);
        }
        catch (Exception away) when (IsAway(away, ct))
        {
            return CallFate.Unavailable;
        }
    }

    private static CallFate FateOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => CallFate.Taken,
        409 => CallFate.Conflict,
        401 or 403 or 408 or 429 or >= 500 => CallFate.Unavailable,
        _ => CallFate.Refused,
    };

    private static bool IsAway(Exception thrown, CancellationToken ct) =>
        thrown is HttpRequestException || (thrown is OperationCanceledException && !ct.IsCancellationRequested);
}
