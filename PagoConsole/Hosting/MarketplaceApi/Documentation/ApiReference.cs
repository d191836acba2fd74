using Scalar.AspNetCore;

namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

/// <summary>The OpenAPI document and its readable form. Everything is served by us: the page asks no other host for anything.</summary>
internal static class ApiReference
{
    private const string Document = "v1";

    public static void AddApiReference(this IServiceCollection services) =>
        services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer<DescribeDocument>();
            options.AddOperationTransformer<DescribeOperation>();
            options.AddSchemaTransformer<DescribeSchema>();
        });

    public static void MapApiReference(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/docs", options =>
        {
            options.Title = "PagoConsole API";
            options.OpenApiRoutePattern = "/openapi/v1.json";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.HideClientButton = true;
            options.Authentication = new ScalarAuthenticationOptions { PreferredSecuritySchemes = [DescribeDocument.Scheme] };
            options.Agent = new ScalarAgentOptions { Disabled = true };
            options.Mcp = new ScalarMcpOptions { Disabled = true };
        }).AllowAnonymous();
    }
}
