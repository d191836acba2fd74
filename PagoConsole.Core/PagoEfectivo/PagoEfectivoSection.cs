using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>
/// Reads the section by hand: the binder stops at the first value it cannot read, and appends to a default array instead of replacing
/// it, which would keep the demo secret valid for ever.
/// </summary>
internal static class PagoEfectivoSection
{
    public const string DemoClientId = "demo-client";
    public const string DemoSecretKey = "demo-secret-key";
    public const string DemoWebhookSecret = "demo-webhook-secret";

    public static void Read(IConfiguration section, PagoEfectivoOptions options)
    {
        options.Environment = Choice(section, nameof(options.Environment), options.Environment, options);
        options.Contract = Choice(section, nameof(options.Contract), options.Contract, options);
        options.TimeoutSeconds = Number(section, nameof(options.TimeoutSeconds), options.TimeoutSeconds, options);
        var embedded = options.Environment == GatewayEnvironment.Embedded;
        options.BaseUrl = Text(section, nameof(options.BaseUrl), "");
        options.ClientId = Text(section, nameof(options.ClientId), embedded ? DemoClientId : "");
        options.SecretKey = Text(section, nameof(options.SecretKey), embedded ? DemoSecretKey : "");
        options.WebhookSecrets = List(section, nameof(options.WebhookSecrets), embedded ? [DemoWebhookSecret] : []);
        options.AllowedNetworks = List(section, nameof(options.AllowedNetworks), embedded ? ["127.0.0.0/8", "::1/128"] : []);
    }

    private static string Text(IConfiguration section, string key, string otherwise) =>
        section[key]?.Trim() is { Length: > 0 } text ? text : otherwise;

    private static string[] List(IConfiguration section, string key, string[] otherwise)
    {
        var values = section.GetSection(key).GetChildren().Select(child => child.Value?.Trim() ?? "").ToArray();
        return values.Length == 0 ? otherwise : values;
    }

    private static int Number(IConfiguration section, string key, int otherwise, PagoEfectivoOptions options)
    {
        if (section[key] is not { Length: > 0 } text) return otherwise;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return number;
        options.Unreadable.Add($"{PagoEfectivoOptions.Section}:{key}: takes a whole number");
        return otherwise;
    }

    private static T Choice<T>(IConfiguration section, string key, T otherwise, PagoEfectivoOptions options) where T : struct, Enum
    {
        if (section[key]?.Trim() is not { Length: > 0 } text) return otherwise;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        options.Unreadable.Add($"{PagoEfectivoOptions.Section}:{key}: takes one of {string.Join(", ", Enum.GetNames<T>())}");
        return otherwise;
    }
}
