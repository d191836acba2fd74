using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

/// <summary>Describes values as the wire has them: amounts as numbers or texts, counts as numbers only, closed sets of words.</summary>
internal sealed class DescribeSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var attributes = context.JsonPropertyInfo?.AttributeProvider;
        if (type == typeof(int)) PlainNumber(schema, JsonSchemaType.Integer);
        if (type == typeof(decimal))
        {
            if (attributes?.IsDefined(typeof(WireAmountAttribute), false) == true) schema.Pattern = @"^[0-9]+(\.[0-9]{1,2})?$";
            else PlainNumber(schema, JsonSchemaType.Number);
            schema.Format = null;
        }

        if (attributes?.GetCustomAttributes(typeof(AllowedValuesAttribute), false) is [AllowedValuesAttribute words])
        {
            schema.Enum = [.. words.Values.Select(word => (JsonNode)JsonValue.Create((string)word!))];
            if (schema.Type?.HasFlag(JsonSchemaType.Null) == true) schema.Enum.Add(JsonNullSentinel.JsonNull);
        }

        return Task.CompletedTask;
    }

    private static void PlainNumber(OpenApiSchema schema, JsonSchemaType number)
    {
        schema.Type = number | (schema.Type & JsonSchemaType.Null);
        schema.Pattern = null;
    }
}
