using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>Section <c>Alarms:Mail</c>. Without <see cref="Host"/> no alarm goes out by e-mail.</summary>
public sealed class AlarmMailOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Alarms:Mail";

    /// <summary>The SMTP server.</summary>
    /// <value>Default: empty, which switches e-mail off.</value>
    public string Host { get; set; } = "";

    /// <summary>Its port. Implicit TLS (465) is not spoken; take the port that upgrades by STARTTLS.</summary>
    /// <value>Default: 587. From 1 to 65535, not 465.</value>
    [Range(1, 65_535, ErrorMessage = "takes a port from 1 to 65535")]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be upgraded by STARTTLS.</summary>
    /// <value>Default: true.</value>
    public bool Tls { get; set; } = true;

    /// <summary>The account there; empty where the server asks for none.</summary>
    /// <value>Default: empty.</value>
    public string User { get; set; } = "";

    /// <summary>Its password; never logged.</summary>
    /// <value>Default: empty.</value>
    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    /// <value>Required with <see cref="Host"/>.</value>
    public string From { get; set; } = "";

    /// <summary>Who gets the alarms.</summary>
    /// <value>Required with <see cref="Host"/>: at least one address.</value>
    public string[] To { get; set; } = [];

    /// <summary>The language of the letters: <c>es</c>, <c>en</c> or <c>zh</c>.</summary>
    /// <value>Default: <c>es</c>.</value>
    [RegularExpression("es|en|zh", ErrorMessage = "takes es, en or zh")]
    public string Language { get; set; } = "es";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host.Length == 0) yield break;
        if (Port == 465) yield return Fault("takes a port that speaks STARTTLS such as 587; 465 is not supported", nameof(Port));
        if (!MailAddress.TryCreate(From, out _)) yield return Fault("takes an e-mail address; it is needed with a host", nameof(From));
        if (To.Length == 0) yield return Fault("is missing; it takes e-mail addresses", nameof(To));
        for (var i = 0; i < To.Length; i++)
        {
            if (!MailAddress.TryCreate(To[i], out _)) yield return Fault("takes an e-mail address", $"{nameof(To)}:{i}");
        }

        if (User.Length > 0 && !Tls && Host is not ("localhost" or "127.0.0.1"))
            yield return Fault("must be true where a password is sent", nameof(Tls));
    }

    private static ValidationResult Fault(string what, string key) => new(what, [key]);
}
