using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>Whether the embedded sandbox stands in, as it does for PagoEfectivo; and what is then known without being configured.</summary>
internal sealed class EmbeddedReputation(IConfiguration configuration) : IPostConfigureOptions<DeviceReputationOptions>
{
    public const string ApiKey = "demo-reputation-key";

    // By its key: the way to PagoEfectivo is another engine, which this one does not know.
    private const string EnvironmentKey = "PagoEfectivo:Environment";
    private const string Embedded = "Embedded";

    public bool StandsIn =>
        configuration[EnvironmentKey]?.Trim() is not { Length: > 0 } named || string.Equals(named, Embedded, StringComparison.OrdinalIgnoreCase);

    public void PostConfigure(string? name, DeviceReputationOptions options)
    {
        // A null in a settings file is bound over the initial value.
        options.BaseUrl = options.BaseUrl?.Trim() ?? "";
        options.ApiKey = options.ApiKey?.Trim() ?? "";
        if (StandsIn && options.BaseUrl.Length == 0 && options.ApiKey.Length == 0) options.ApiKey = ApiKey;
    }
}
