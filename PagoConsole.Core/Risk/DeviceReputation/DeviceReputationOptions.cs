using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>Section <c>Risk:DeviceReputation</c>: FraudLabs Pro, or whoever speaks its contract.</summary>
public sealed class DeviceReputationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Risk:DeviceReputation";

    /// <summary>Whether anybody is asked. Rule <c>device-reputation</c> says what comes of the answer, and is off as well until somebody wants it.</summary>
    /// <value>Default: false.</value>
    public bool Enabled { get; set; }

    /// <summary>The address under which <c>/v2/order/screen</c> is found: absolute, http or https; https in Production.</summary>
    /// <value>Default while PagoEfectivo is embedded: <c>{self}/sandbox/fraudlabspro</c>. Required elsewhere when enabled.</value>
    public string BaseUrl { get; set; } = "";

    /// <summary>The key of our account there. Read again for each call, so it can be changed without a restart.</summary>
    /// <value>Default while PagoEfectivo is embedded: <c>demo-reputation-key</c>. Required elsewhere when enabled.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>How long an order waits for the answer, in milliseconds.</summary>
    /// <value>Default: 300. From 10 to 5,000.</value>
    [Range(10, 5_000, ErrorMessage = "takes a number of milliseconds from 10 to 5000")]
    public int TimeoutMs { get; set; } = 300;

    /// <summary>
    /// Whether the hash of the buyer's e-mail address is sent; its domain always is. The hash is made slow by design: it costs each order
    /// about 50 ms of processor time.
    /// </summary>
    /// <value>Default: true.</value>
    public bool SendEmailHash { get; set; } = true;

    internal TimeSpan Timeout => TimeSpan.FromMilliseconds(TimeoutMs);
}
