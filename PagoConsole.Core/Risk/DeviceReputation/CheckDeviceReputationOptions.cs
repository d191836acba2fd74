using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>What annotations cannot say of the section: every fault at once, each by its exact key.</summary>
internal sealed class CheckDeviceReputationOptions(EmbeddedReputation embedded, IHostEnvironment? host = null)
    : IValidateOptions<DeviceReputationOptions>
{
    public ValidateOptionsResult Validate(string? name, DeviceReputationOptions options)
    {
        List<string> faults = [.. Faults(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(DeviceReputationOptions options)
    {
        var production = host is not null && host.IsProduction();
        if (options.BaseUrl.Length > 0)
        {
            if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
                || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
                yield return Fault(nameof(options.BaseUrl), "takes an absolute http or https address without query");
            else if (production && url.Scheme != "https" && !url.IsLoopback)
                yield return Fault(nameof(options.BaseUrl), "takes an https address in Production");
        }

        if (!options.Enabled) yield break;
        if (options.BaseUrl.Length == 0 && !embedded.StandsIn)
            yield return Fault(nameof(options.BaseUrl), "is missing; it has no default outside Embedded");
        if (options.ApiKey.Length == 0)
            yield return Fault(nameof(options.ApiKey), "is missing; it has a default for the embedded sandbox only");
        else if (production && options.ApiKey == EmbeddedReputation.ApiKey)
            yield return Fault(nameof(options.ApiKey), "is a demo value that everybody knows; it is not accepted in Production");
    }

    private static string Fault(string key, string what) => $"{DeviceReputationOptions.Section}:{key}: {what}";
}
