using System.Text;
using System.Text.Json.Nodes;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>Plain HTTP without redirects, cookies or retries.</summary>
internal static class Http
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 200,
    })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    public static Task<Answer> GetAsync(Uri address, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), headers);

    public static Task<Answer> PostAsync(Uri address, JsonNode? body, params (string Name, string Value)[] headers) =>
        PostAsync(address, body?.ToJsonString() ?? "", headers);

    public static Task<Answer> PostAsync(Uri address, string body, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") }, headers);

    public static Task<Answer> PutAsync(Uri address, JsonNode body) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") }, []);

    public static async Task<Answer> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        using (request)
        {
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            return await Answer.OfAsync(await Client.SendAsync(request, TestContext.Current.CancellationToken));
        }
    }
}
