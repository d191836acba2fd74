using System.ComponentModel;

namespace PagoConsole.Hosting.MarketplaceApi;

[Description("Why a request was refused (RFC 9457).")]
internal sealed record ProblemDocument
{
    [Description("Which kind of refusal, as a stable urn.")]
    public required string Type { get; init; }

    [Description("The same in words.")]
    public required string Title { get; init; }

    [Description("The HTTP status.")]
    public required int Status { get; init; }

    [Description("What was wrong this time.")]
    public string? Detail { get; init; }

    [Description("The first field at fault, as its path in the body, for example account.createdAt or items[0].unitPrice.")]
    public string? Field { get; init; }

    [Description("Every field at fault.")]
    public IReadOnlyList<FieldFault>? Errors { get; init; }

    [Description("To quote to support.")]
    public required string RequestId { get; init; }
}

[Description("What is wrong with one field.")]
internal sealed record FieldFault(
    [property: Description("The field's path in the body, or a header's name.")] string Field,
    [property: Description("What it takes.")] string Message);
