using System.Text;
using Microsoft.AspNetCore.Http;
using PagoConsole.Hosting.MarketplaceApi;
using PagoConsole.Hosting.MarketplaceApi.Parsing;
using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Tests.Hosting.MarketplaceApi;

/// <summary>A request's body on its way through the reader, and the problem it is answered with.</summary>
internal static class Bodies
{
    public static Task<(T? Value, ApiProblem? Problem)> ReadAsync<T>(
        string body, Func<WireObject, T> read, string? contentType = "application/json", bool mayBeEmpty = false)
        where T : class =>
        ReadAsync(Encoding.UTF8.GetBytes(body), read, contentType, mayBeEmpty);

    public static Task<(T? Value, ApiProblem? Problem)> ReadAsync<T>(
        byte[] body, Func<WireObject, T> read, string? contentType = "application/json", bool mayBeEmpty = false)
        where T : class
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = contentType;
        http.Request.Body = new MemoryStream(body);
        return JsonBody.ReadAsync(http, read, mayBeEmpty);
    }

    /// <summary>The problem as it goes over the wire.</summary>
    public static async Task<(int Status, string Body)> AnswerAsync(ApiProblem problem)
    {
        var http = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider(),
        };
        http.Response.Body = new MemoryStream();
        await problem.ExecuteAsync(http);
        return (http.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
    }
}
