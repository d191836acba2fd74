using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>What annotations cannot say of the section: every fault at once, each by its exact key.</summary>
internal sealed class CheckPagoEfectivoOptions(IHostEnvironment? host = null) : IValidateOptions<PagoEfectivoOptions>
{
    public ValidateOptionsResult Validate(string? name, PagoEfectivoOptions options)
    {
        List<string> faults = [.. Address(options), .. Lists(options)];
        if (host is not null && host.IsProduction()) faults.AddRange(Demo(options));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Address(PagoEfectivoOptions options)
    {
        var embedded = options.Environment == GatewayEnvironment.Embedded;
        if (options.BaseUrl.Length == 0)
        {
            if (!embedded) yield return Fault(nameof(options.BaseUrl), "is missing; it has no default outside Embedded");
        }
        else if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            yield return Fault(nameof(options.BaseUrl), "takes an absolute http or https address without query");
        }
        else if (options.Environment == GatewayEnvironment.Production && url.Scheme != "https" && !url.IsLoopback)
        {
            yield return Fault(nameof(options.BaseUrl), "takes an https address in Production");
        }
    }

    private static IEnumerable<string> Lists(PagoEfectivoOptions options)
    {
        for (var i = 0; i < options.AllowedNetworks.Length; i++)
        {
            if (!Cidr.TryParse(options.AllowedNetworks[i], out _))
                yield return Fault($"{nameof(options.AllowedNetworks)}:{i}", "takes a network in CIDR form, such as 203.0.113.0/24");
        }

        for (var i = 0; i < options.WebhookSecrets.Length; i++)
        {
            if (options.WebhookSecrets[i].Length == 0) yield return Fault($"{nameof(options.WebhookSecrets)}:{i}", "is empty");
        }
    }

    private static IEnumerable<string> Demo(PagoEfectivoOptions options)
    {
        const string Known = "is a demo value that everybody knows; it is not accepted in Production";
        if (options.Environment == GatewayEnvironment.Embedded)
            yield return Fault(nameof(options.Environment), "takes Sandbox or Production when the host runs in Production");
        if (options.ClientId == EmbeddedDefaults.ClientId) yield return Fault(nameof(options.ClientId), Known);
        if (options.SecretKey == EmbeddedDefaults.SecretKey) yield return Fault(nameof(options.SecretKey), Known);
        for (var i = 0; i < options.WebhookSecrets.Length; i++)
        {
            if (options.WebhookSecrets[i] == EmbeddedDefaults.WebhookSecret)
                yield return Fault($"{nameof(options.WebhookSecrets)}:{i}", Known);
        }
    }

    private static string Fault(string key, string what) => $"{PagoEfectivoOptions.Section}:{key}: {what}";
}
