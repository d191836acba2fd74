using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Risk.Logins;

/// <summary>From when on logins are suspicious.</summary>
public sealed record LoginSuspicionSettings
{
    /// <summary>The fastest that anybody travels, in kilometres an hour.</summary>
    /// <value>Default: 900, an airliner. From 100 to 10,000.</value>
    [Range(100, 10_000)]
    public int MaxKmPerHour { get; init; } = 900;

    /// <summary>Failed logins that make a burst.</summary>
    /// <value>Default: 5. From 2 to 1,000.</value>
    [Range(2, 1_000)]
    public int FailedLogins { get; init; } = 5;

    /// <summary>How long the failed logins of a burst may take together, in minutes.</summary>
    /// <value>Default: 10. From 1 to 1,440.</value>
    [Range(1, 1_440)]
    public int FailedMinutes { get; init; } = 10;
}
