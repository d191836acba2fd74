using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>A refused or failed request as RFC 9457 has it, naming the fields at fault and the request.</summary>
internal sealed class ApiProblem(int status, string kind, string title, string? detail = null) : IResult
{
    public const string ContentType = "application/problem+json";
    private const string Realm = "Bearer realm=\"PagoConsole\"";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private string? Field { get; init; }

    private IReadOnlyList<FieldFault>? Errors { get; init; }

    private (string Name, string Value)? Header { get; init; }

    /// <summary>An action said no.</summary>
    public static ApiProblem Of(Refusal refusal) =>
        new(RefusalStatus.Of(refusal.Code), ProblemWords.KindOf(refusal.Code), ProblemWords.TitleOf(refusal.Code), refusal.Detail)
        {
            Field = refusal.Field,
            Errors = refusal is { Code: RefusalCode.Invalid, Field: { } field } ? [new FieldFault(field, refusal.Detail ?? "is not valid")] : null,
        };

    /// <summary>Fields of the request are at fault; all of them are told, the first one also on its own.</summary>
    public static ApiProblem Invalid(IReadOnlyList<FieldFault> faults) =>
        new(400, ProblemWords.KindOf(RefusalCode.Invalid), ProblemWords.TitleOf(RefusalCode.Invalid), string.Join("; ", faults.Select(f => $"{f.Field} {f.Message}")) + ".")
        {
            Field = faults[0].Field,
            Errors = faults,
        };

    /// <summary>The body as a whole cannot be read.</summary>
    public static ApiProblem Unreadable(string detail) => new(400, "unreadable-body", "The body cannot be read", detail);

    /// <param name="presented">Whether there was a key at all.</param>
    public static ApiProblem NotAuthenticated(bool presented) =>
        new(401, "not-authenticated", "An API key is needed", "Send a key that holds as \"Authorization: Bearer <key>\".")
        {
            Header = (HeaderNames.WWWAuthenticate, presented ? $"{Realm}, error=\"invalid_token\"" : Realm),
        };

    public static ApiProblem WrongScope(string? scope) =>
        new(403, "wrong-scope", "The API key may not do this", scope is null ? null : $"The key lacks the scope {scope}.");

    public static ApiProblem NoSuchPath() => new(404, "no-such-path", "There is nothing at this path", "The API is described at /docs.");

    public static ApiProblem WrongMethod(string allowed) =>
        new(405, "wrong-method", "This path takes another method", $"It takes {allowed}.") { Header = (HeaderNames.Allow, allowed) };

    public static ApiProblem TooLarge(int limit) => new(413, "too-large", "The body is too large", $"It may have at most {limit} bytes.");

    public static ApiProblem WrongContentType() =>
        new(415, "wrong-content-type", "The body must be JSON", "Send \"Content-Type: application/json\", in UTF-8.");

    public static ApiProblem Encoded() =>
        new(415, "encoded-body", "The body must come as it is", "Send it without \"Content-Encoding\": compressed bodies are not unpacked.");

    public static ApiProblem TooMany(TimeSpan wait) =>
        new(429, "too-many-requests", "Too many requests", "The key has used up its calls for now.") { Header = RetryAfter(wait) };

    public static ApiProblem Malformed(int status) => new(status, "malformed-request", "The request is malformed");

    public static ApiProblem Failed() => new(500, "failed", "Something went wrong here", "It has been logged under the request id. Nothing is half done.");

    public static ApiProblem Unavailable() =>
        new(503, "unavailable", "The store cannot be reached", "Nothing was done. Send the request again.") { Header = RetryAfter(TimeSpan.FromSeconds(5)) };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var document = new ProblemDocument
        {
            Type = $"urn:pagoconsole:problem:{kind}",
            Title = title,
            Status = status,
            Detail = detail,
            Field = Field,
            Errors = Errors,
            RequestId = RequestId.Of(httpContext),
        };
        httpContext.Response.StatusCode = status;
        if (Header is { } header) httpContext.Response.Headers[header.Name] = header.Value;
        return httpContext.Response.WriteAsJsonAsync(document, Json, ContentType, httpContext.RequestAborted);
    }

    private static (string Name, string Value) RetryAfter(TimeSpan wait) =>
        (HeaderNames.RetryAfter, Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
}
