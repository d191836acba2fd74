namespace PagoConsole.Sandbox;

/// <summary>
/// What both sides of each wire know, read from the same keys as the console reads, and at each use: a secret that is
/// changed while both run is changed on both sides.
/// </summary>
internal sealed class SandboxCredentials(IConfiguration configuration)
{
    public string ClientId => Text("PagoEfectivo:ClientId", "demo-client");

    public string SecretKey => Text("PagoEfectivo:SecretKey", "demo-secret-key");

    /// <summary>PagoEfectivo signs with the first; the others are still right at the console while it changes.</summary>
    public string WebhookSecret => List("PagoEfectivo:WebhookSecrets", "demo-webhook-secret")[0];

    public IReadOnlyList<string> CallbackSecrets =>
        List("Marketplace:CallbackSecrets", "whsec_ZGVtby1jYWxsYmFjay1zZWNyZXQtMzItYnl0ZXMhIQ==");

    public string ApiKey => Text("Marketplace:ApiKey", "demo-marketplace-key");

    private string Text(string key, string otherwise) => configuration[key]?.Trim() is { Length: > 0 } value ? value : otherwise;

    private List<string> List(string key, string otherwise)
    {
        var values = configuration.GetSection(key).GetChildren()
            .Select(child => child.Value?.Trim()).OfType<string>().Where(value => value.Length > 0).ToList();
        return values is [] ? [otherwise] : values;
    }
}
