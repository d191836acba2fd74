using System.Net;
using System.Text.Json.Nodes;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>What a call was answered with: status, headers, and the body as text and as JSON.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, string ContentType, IReadOnlyDictionary<string, string> Headers)
{
    private readonly Lazy<JsonNode> json = new(() => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The answer is JSON null."));

    public int Code => (int)Status;

    public JsonNode Json => json.Value;

    public JsonNode? this[string path] => Json.At(path);

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new Answer(
                response.StatusCode,
                await response.Content.ReadAsStringAsync(),
                response.Content.Headers.ContentType?.MediaType ?? "",
                headers);
        }
    }

    /// <summary>Asserts the status and gives the answer back, so that a call and its expectation read as one.</summary>
    public Answer Expect(int status)
    {
        Assert.True(Code == status, $"Expected {status}, got {Code}: {Body}");
        return this;
    }

    /// <summary>Asserts a refusal of the marketplace's API: problem details with a request id, naming the field where there is one.</summary>
    public Answer ExpectProblem(int status, string? field = null)
    {
        Expect(status);
        Assert.Equal("application/problem+json", ContentType);
        Assert.False(string.IsNullOrEmpty(this["requestId"]?.ToString()), $"No requestId: {Body}");
        Assert.False(string.IsNullOrEmpty(this["title"]?.ToString()), $"No title: {Body}");
        if (field is not null) Assert.Contains($"\"{field}\"", Body, StringComparison.Ordinal);
        return this;
    }
}

internal static class JsonPaths
{
    /// <summary>The node at a dotted path, or null.</summary>
    public static JsonNode? At(this JsonNode? node, string path) =>
        path.Split('.').Aggregate(node, (at, name) => at switch
        {
            JsonArray list => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) is var index && index < list.Count ? list[index] : null,
            JsonObject fields => fields[name],
            _ => null,
        });

    /// <summary>The text of the node at a dotted path, or null.</summary>
    public static string? Text(this JsonNode? node, string path) => node.At(path)?.ToString();

    /// <summary>A copy with another value at a dotted path; a null value is written as JSON null.</summary>
    public static JsonObject With(this JsonObject original, string path, JsonNode? value)
    {
        var copy = original.DeepClone().AsObject();
        var (parent, name) = (Parent(copy, path), path.Split('.')[^1]);
        if (parent is JsonArray list) list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = value?.DeepClone();
        else parent[name] = value?.DeepClone();
        return copy;
    }

    /// <summary>A copy without the field at a dotted path.</summary>
    public static JsonObject Without(this JsonObject original, string path)
    {
        var copy = original.DeepClone().AsObject();
        Parent(copy, path).AsObject().Remove(path.Split('.')[^1]);
        return copy;
    }

    private static JsonNode Parent(JsonObject root, string path) => path.LastIndexOf('.') is var end and >= 0
        ? root.At(path[..end]) ?? throw new ArgumentException($"Nothing stands at {path[..end]}.")
        : root;
}
