namespace PagoConsole.Core.PagoEfectivo;

/// <summary>How one HTTP attempt ended.</summary>
public enum GatewayFault
{
    /// <summary>Well.</summary>
    None,

    /// <summary>PagoEfectivo said no.</summary>
    Refused,

    /// <summary>PagoEfectivo failed: a 5xx answer.</summary>
    Failed,

    /// <summary>An answer that the contract does not know.</summary>
    Unreadable,

    /// <summary>No whole answer in time.</summary>
    TimedOut,

    /// <summary>No connection, so that nothing was sent.</summary>
    Unreachable,

    /// <summary>The connection broke after the request, or part of it, had left.</summary>
    ConnectionBroke,

    /// <summary>Our own caller stopped waiting.</summary>
    GaveUp,
}

/// <summary>The record of one HTTP attempt, kept with the order, ready to copy for support. No body, no header, no secret.</summary>
/// <param name="Attempt">1 for the first attempt of a call, then counting up.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query as on the request line.</param>
/// <param name="At">When it was sent.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Fault">How it ended.</param>
/// <param name="Status">HTTP status, if an answer came.</param>
/// <param name="Code">PagoEfectivo's error code, if the answer has one.</param>
/// <param name="RequestId">PagoEfectivo's <c>request_id</c>, if the answer has one.</param>
/// <param name="ClockSkewSeconds">After a signature error: PagoEfectivo's clock minus ours, in seconds.</param>
public sealed record GatewayCall(
    int Attempt,
    string Method,
    string Path,
    DateTimeOffset At,
    long DurationMs,
    GatewayFault Fault,
    int? Status = null,
    int? Code = null,
    string? RequestId = null,
    long? ClockSkewSeconds = null);
