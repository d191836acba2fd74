using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>Which PagoEfectivo we talk to.</summary>
public enum GatewayEnvironment
{
    /// <summary>The simulator inside this process.</summary>
    Embedded,

    /// <summary>PagoEfectivo's own sandbox.</summary>
    Sandbox,

    /// <summary>The real one.</summary>
    Production,
}

/// <summary>Which contract PagoEfectivo speaks.</summary>
public enum GatewayContract
{
    /// <summary>Signed JSON over HTTP, as the integration guide has it.</summary>
    Rest,
}

/// <summary>Section <c>PagoEfectivo</c>. With <see cref="GatewayEnvironment.Embedded"/> everything has a default; elsewhere nothing secret has.</summary>
public sealed class PagoEfectivoOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "PagoEfectivo";

    /// <summary>Which PagoEfectivo we talk to.</summary>
    /// <value>Default: <c>Embedded</c>.</value>
    public GatewayEnvironment Environment { get; set; } = GatewayEnvironment.Embedded;

    /// <summary>Which contract it speaks.</summary>
    /// <value>Default: <c>Rest</c>, the only one.</value>
    public GatewayContract Contract { get; set; } = GatewayContract.Rest;

    /// <summary>The address under which <c>/api/v1/payment</c> is found: absolute, http or https; https in Production.</summary>
    /// <value>Default when embedded: <c>{self}/sandbox/pagoefectivo</c>. Required elsewhere.</value>
    public string BaseUrl { get; set; } = "";

    /// <summary>Who we are to PagoEfectivo.</summary>
    /// <value>Default when embedded: <c>demo-client</c>. Required elsewhere.</value>
    [Required(ErrorMessage = "is missing; it has no default outside Embedded")]
    public string ClientId { get; set; } = "";

    /// <summary>The key that signs our requests. Read again for each, so it can be changed without a restart.</summary>
    /// <value>Default when embedded: <c>demo-secret-key</c>. Required elsewhere.</value>
    [Required(ErrorMessage = "is missing; it has no default outside Embedded")]
    public string SecretKey { get; set; } = "";

    /// <summary>The keys that sign deliveries to us; any of them is right, so that one can be changed with an overlap.</summary>
    /// <value>Default when embedded: <c>demo-webhook-secret</c>. At least one is required elsewhere.</value>
    [MinLength(1, ErrorMessage = "takes at least one secret")]
    public string[] WebhookSecrets { get; set; } = [];

    /// <summary>The networks that deliveries may come from, in CIDR form, IPv4 and IPv6.</summary>
    /// <value>Default when embedded: loopback, <c>127.0.0.0/8</c> and <c>::1/128</c>. At least one is required elsewhere.</value>
    [MinLength(1, ErrorMessage = "takes at least one network in CIDR form, such as 203.0.113.0/24")]
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>How long one call may take, repeats included, in seconds.</summary>
    /// <value>Default: 5. From 1 to 60.</value>
    [Range(1, 60, ErrorMessage = "takes a number of seconds from 1 to 60")]
    public int TimeoutSeconds { get; set; } = 5;

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}
