using System.ComponentModel.DataAnnotations;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>Section <c>Alarms:Webhook</c>. Without <see cref="Url"/> no alarm goes out by webhook.</summary>
public sealed class AlarmWebhookOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Alarms:Webhook";

    /// <summary>Where alarms are posted: absolute, http or https. Never logged: its path may be a secret.</summary>
    /// <value>Default: empty, which switches the webhook off.</value>
    public string Url { get; set; } = "";

    /// <summary>The secret that signs them (Standard Webhooks): <c>whsec_</c> and base64; never logged.</summary>
    /// <value>Required with <see cref="Url"/>.</value>
    public string Secret { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url.Length == 0) yield break;
        if (!(Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return new ValidationResult("takes an absolute http or https address", [nameof(Url)]);
        if (StandardWebhookSignature.KeyOf(Secret) is null)
            yield return new ValidationResult("takes whsec_ followed by base64; it is needed with an address", [nameof(Secret)]);
    }
}
