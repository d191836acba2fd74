namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>Why there is no score.</summary>
public enum ReputationOutage
{
    /// <summary>Nobody is to be asked.</summary>
    Off,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>No connection, or the service says that it is out of order (5xx).</summary>
    Unreachable,

    /// <summary>The service does not take the request: wrong key, used-up credits, too many calls.</summary>
    Refused,

    /// <summary>An answer without a score from 0 to 100 in it.</summary>
    Unreadable,
}

/// <summary>A score from 0 (harmless) to 100 (fraud), or why there is none.</summary>
public sealed record DeviceScore
{
    /// <summary>From 0 (harmless) to 100 (fraud).</summary>
    public int? Score { get; init; }

    /// <summary>Why there is no score.</summary>
    public ReputationOutage? Outage { get; init; }

    /// <summary>The outage as it is stored: <c>off</c>, <c>timeout</c>, <c>unreachable</c>, <c>refused</c> or <c>unreadable</c>.</summary>
    public string? Reason => Outage is { } outage ? WordOf(outage) : null;

    /// <summary>A score.</summary>
    public static DeviceScore Of(int score) => new() { Score = score };

    /// <summary>No score.</summary>
    public static DeviceScore Without(ReputationOutage outage) => new() { Outage = outage };

    private static string WordOf(ReputationOutage outage) => outage switch
    {
        ReputationOutage.Off => "off",
        ReputationOutage.Timeout => "timeout",
        ReputationOutage.Unreachable => "unreachable",
        ReputationOutage.Refused => "refused",
        ReputationOutage.Unreadable => "unreadable",
    };
}
