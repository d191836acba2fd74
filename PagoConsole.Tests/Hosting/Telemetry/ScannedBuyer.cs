using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting.Telemetry;

/// <summary>A buyer and secrets whose every part is found again wherever it turns up.</summary>
internal sealed class ScannedBuyer
{
    public const string ApiKey = "scan-api-key-b7f2c9d1e4";
    public const string WebhookSecret = "scan-webhook-secret-5a8e0c";
    public const string SecretKey = "scan-secret-key-91d3f7";
    public const string CallbackSecret = "whsec_c2Nhbi1jYWxsYmFjay1zZWNyZXQtMzItYnl0ZXMhIQ==";
    public const string WrongKey = "scan-wrong-key-3c6a";
    public const string WrongPassword = "scan-Wrong-Password-7";
    public const string StrangeEmail = "desconocida.zq@correo.example";

    public static readonly string[] Settings =
    [
        $"--Marketplace:ApiKey={ApiKey}", $"--PagoEfectivo:WebhookSecrets:0={WebhookSecret}", $"--PagoEfectivo:SecretKey={SecretKey}",
        $"--Marketplace:CallbackSecrets:0={CallbackSecret}", "--PagoEfectivo:TimeoutSeconds=1",
    ];

    public string FullName => "Zoraida Huamanyalli";

    public string Email => "zoraida.hy@correo.example";

    public string Phone => "+51987001122";

    public string Document => "40718293";

    public string Street => "Jr. Zorritos 1421";

    public string Ip => "190.235.77.31";

    public string Receiver => "Teofilo Zarateguy";

    public string UserAgent => "ScannedBrowser/9.9";

    /// <summary>What people write where text is free.</summary>
    public string Words => $"llamar a {FullName}, {Email}, {Phone}";

    public JsonObject Order(decimal amount = 129.90m, bool held = false) => (held ? OrderJson.OfNewAccount() : OrderJson.New(amount: amount))
        .With("account.fullName", FullName).With("account.email", Email).With("account.phone", Phone).With("account.documentNumber", Document)
        .With("shippingAddress.line1", Street).With("ip", Ip).With("device.userAgent", UserAgent);

    /// <summary>All that must not be found, by name.</summary>
    public IEnumerable<(string Name, string Value)> Secrets(ScannedFlows flows) =>
    [
        ("name", "Huamanyalli"), ("e-mail", Email), ("e-mail in an address", Uri.EscapeDataString(Email)), ("phone", Phone[1..]), ("document", Document), ("street", "Zorritos"),
        ("address", Ip), ("receiver", "Zarateguy"), ("browser", UserAgent), ("API key", ApiKey), ("wrong key", WrongKey), ("webhook secret", WebhookSecret),
        ("secret key", SecretKey), ("callback secret", CallbackSecret), ("callback secret", CallbackSecret["whsec_".Length..]), ("wrong password", WrongPassword),
        ("e-mail of a stranger", StrangeEmail), ("password", "Demo-1234!"),
        .. flows.Tokens.Select(token => ("token", token)),
    ];
}
