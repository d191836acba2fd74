using System.Text.Json;
using Microsoft.Net.Http.Headers;
using PagoConsole.Hosting.MarketplaceApi.Parsing;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>Reads a request's body: bounded, strict, and with every fault told at once.</summary>
internal static class JsonBody
{
    /// <summary>Most bytes of a body.</summary>
    public const int Limit = 256 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = 32,
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
    };

    /// <summary>Reads the body as one thing of the wire.</summary>
    /// <returns>The thing, or the problem to answer with.</returns>
    public static async Task<(T? Value, ApiProblem? Problem)> ReadAsync<T>(HttpContext http, Func<WireObject, T> read, bool mayBeEmpty = false)
        where T : class
    {
        if (http.Request.Headers.ContentEncoding.Count > 0) return (null, ApiProblem.Encoded());
        var (bytes, problem) = await BytesAsync(http);
        if (problem is not null) return (null, problem);
        if (bytes.Length == 0 && mayBeEmpty) bytes = "{}"u8.ToArray();
        else if (!IsJson(http.Request)) return (null, ApiProblem.WrongContentType());
        if (bytes.AsSpan().StartsWith(ByteOrderMark)) bytes = bytes[ByteOrderMark.Length..];
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, ApiProblem.Unreadable("The body must be a JSON object."));
            var faults = new List<FieldFault>();
            var value = read(new WireObject(document.RootElement, "", faults));
            return faults.Count == 0 ? (value, null) : (null, ApiProblem.Invalid(faults));
        }
        catch (JsonException malformed)
        {
            return (null, ApiProblem.Unreadable(Where(malformed)));
        }
        catch (InvalidOperationException)
        {
            // The parser reports half of a surrogate pair in a property's name like this.
            return (null, ApiProblem.Unreadable("The body is not valid JSON: a name is no valid text."));
        }
    }

    private static string Where(JsonException malformed) =>
        malformed.Message.StartsWith("Duplicate", StringComparison.Ordinal)
            ? "The body is not valid JSON: a name occurs twice in one object."
            : FormattableString.Invariant($"The body is not valid JSON at line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}.");

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static async Task<(byte[] Bytes, ApiProblem? Problem)> BytesAsync(HttpContext http)
    {
        if (http.Request.ContentLength > Limit) return ([], ApiProblem.TooLarge(Limit));
        using var all = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (all.Length + read > Limit) return ([], ApiProblem.TooLarge(Limit));
            all.Write(buffer, 0, read);
        }

        return (all.ToArray(), null);
    }
}
