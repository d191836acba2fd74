using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Foundation;

/// <summary>Key <c>PublicUrl</c>.</summary>
public sealed class PublicAddressOptions : IValidatableObject
{
    /// <summary>How buyers and the marketplace reach this console, for example <c>https://pagos.example.pe</c>.</summary>
    /// <value>Default: the address that the console itself listens on.</value>
    public string? PublicUrl { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is not null && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return new ValidationResult("takes an absolute http or https address", [nameof(PublicUrl)]);
    }
}

/// <summary>The address under which the outside reaches us: configured, else our own.</summary>
public sealed class PublicAddress(IOptions<PublicAddressOptions> options, SelfAddress self)
{
    private static readonly Uri BeforeStart = new("http://localhost/");

    /// <summary>Its root, with a slash at the end.</summary>
    public Uri Root => options.Value.PublicUrl is { } url ? new Uri(url.TrimEnd('/') + "/") : self.Current ?? BeforeStart;
}
