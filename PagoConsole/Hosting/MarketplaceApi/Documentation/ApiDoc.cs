namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

/// <summary>What the reference says of one call.</summary>
/// <param name="Name">The operation's id.</param>
/// <param name="Tag">The part of the reference it stands in.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Description">The rest, as Markdown.</param>
internal sealed record ApiDoc(string Name, string Tag, string Summary, string Description)
{
    /// <summary>The type that describes the body; null if there is none.</summary>
    public Type? Body { get; init; }

    /// <summary>Whether the body may be left out.</summary>
    public bool BodyIsOptional { get; init; }

    /// <summary>A whole and right body, as JSON.</summary>
    public string? BodyExample { get; init; }

    /// <summary>Whether a key marks repeats.</summary>
    public bool TakesKey { get; init; }

    /// <summary>Answers to what went well: status, type, words.</summary>
    public (int Status, Type Type, string Words)[] Answers { get; init; } = [(200, typeof(OrderAnswer), "The order as it stands.")];

    /// <summary>The content type of what went well.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>What can be refused besides what every call refuses: status and words.</summary>
    public (int Status, string Words)[] Refusals { get; init; } = [];
}

internal static class ApiDocEndpoints
{
    /// <summary>Puts a call into the reference.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, ApiDoc doc)
    {
        endpoint.WithName(doc.Name).WithTags(doc.Tag).WithSummary(doc.Summary).WithDescription(doc.Description).WithMetadata(doc);
        foreach (var (status, type, _) in doc.Answers) endpoint.Produces(status, type, doc.ContentType);
        return endpoint;
    }
}
