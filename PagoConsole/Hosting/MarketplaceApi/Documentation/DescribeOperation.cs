using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

/// <summary>Writes what the endpoints' signatures do not tell: bodies, parameters, examples, refusals. The bodies are read by hand, strictly.</summary>
internal sealed class DescribeOperation : IOpenApiOperationTransformer
{
    private static readonly (int Status, string Words)[] Always =
    [
        (401, "No key, or one that does not hold."),
        (403, "The key lacks the scope."),
        (429, "The key has used up its calls for now; `Retry-After` tells when to come back."),
        (500, "Something went wrong here. Nothing is half done."),
        (503, "The store cannot be reached; nothing was done. `Retry-After` tells when to come back."),
    ];

    private static readonly (int Status, string Words)[] WithBody =
    [
        (400, "The body cannot be read, or fields are at fault: all are named."),
        (413, "The body has more than 256 KiB."),
        (415, "The body is not JSON in UTF-8."),
    ];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ApiDoc>().SingleOrDefault() is not { } doc) return;
        AddParameters(operation, context.Description.RelativePath!, doc);
        if (doc.Body is { } type) operation.RequestBody = await BodyAsync(doc, type, context, cancellationToken);
        foreach (var (status, _, words) in doc.Answers) ((OpenApiResponse)operation.Responses![Text(status)]).Description = words;
        var problem = await ComponentAsync(typeof(ProblemDocument), context, cancellationToken);
        foreach (var (status, words) in doc.Refusals.Concat(doc.Body is null ? [] : WithBody).Concat(Always).OrderBy(r => r.Status))
            operation.Responses![Text(status)] = Refusal(words, problem, status == 400);
        var inOrder = new OpenApiResponses();
        foreach (var (status, answer) in operation.Responses!.OrderBy(answer => answer.Key, StringComparer.Ordinal)) inOrder[status] = answer;
        operation.Responses = inOrder;
        var scope = metadata.OfType<ApiScope>().Last().Scope;
        operation.Description += $"\n\nScope: `{scope}`.";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DescribeDocument.Scheme, context.Document)] = [] }];
    }

    private static void AddParameters(OpenApiOperation operation, string path, ApiDoc doc)
    {
        operation.Parameters ??= [];
        if (path.Contains("{orderId}", StringComparison.Ordinal))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "orderId",
                In = ParameterLocation.Path,
                Required = true,
                Description = "The marketplace's id of the order, percent-encoded.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 64 },
            });
        }

        if (!doc.TakesKey) return;
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = OrderEndpoints.KeyHeader,
            In = ParameterLocation.Header,
            Description = "Marks repeats of the same request.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = OrderEndpoints.LongestKey },
        });
    }

    private static async Task<OpenApiRequestBody> BodyAsync(ApiDoc doc, Type type, OpenApiOperationTransformerContext context, CancellationToken ct) => new()
    {
        Required = !doc.BodyIsOptional,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new() { Schema = await ComponentAsync(type, context, ct), Example = JsonNode.Parse(doc.BodyExample!) },
        },
    };

    private static async Task<IOpenApiSchema> ComponentAsync(Type type, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var schema = await context.GetOrCreateSchemaAsync(type, null, ct);
        var document = context.Document!;
        document.AddComponent(type.Name, schema);
        return new OpenApiSchemaReference(type.Name, document);
    }

    private static OpenApiResponse Refusal(string words, IOpenApiSchema problem, bool withExample) => new()
    {
        Description = words,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [ApiProblem.ContentType] = new() { Schema = problem, Example = withExample ? JsonNode.Parse(ApiExamples.Problem) : null },
        },
    };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
