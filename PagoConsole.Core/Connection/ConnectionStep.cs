namespace PagoConsole.Core.Connection;

/// <summary>What a connection check looks at, in its order.</summary>
public enum ConnectionStep
{
    /// <summary>PagoEfectivo's address is reached from here, and lets us in.</summary>
    Address,

    /// <summary>Our client ID and secret key are accepted.</summary>
    Keys,

    /// <summary>Our clock agrees with PagoEfectivo's.</summary>
    Clock,

    /// <summary>How long PagoEfectivo's certificate holds.</summary>
    GatewayCertificate,

    /// <summary>When a call of the console last went well.</summary>
    LastCall,

    /// <summary>A signed delivery to our own public address arrives and is processed.</summary>
    Door,

    /// <summary>When PagoEfectivo last delivered something.</summary>
    LastWebhook,

    /// <summary>How long the certificate of our own public address holds.</summary>
    OwnCertificate,

    /// <summary>The marketplace takes a signed test.</summary>
    Callback,

    /// <summary>How long the certificate of the marketplace's callback address holds.</summary>
    CallbackCertificate,
}

/// <summary>How a step stands.</summary>
public enum ConnectionState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, but somebody should see to it.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Bad,

    /// <summary>There is nothing to check, or it could not be.</summary>
    NotApplicable,
}

/// <summary>What one step found.</summary>
/// <param name="Step">The step.</param>
/// <param name="Finding">What was found; the host has words and what to do next for each.</param>
/// <param name="At">When.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Details">Figures for the words, in their order.</param>
/// <param name="Status">The HTTP status of the answer, if one came.</param>
/// <param name="Code">PagoEfectivo's code in it.</param>
/// <param name="RequestId">PagoEfectivo's <c>request_id</c> in it, or our own door's.</param>
public sealed record ConnectionResult(
    ConnectionStep Step, ConnectionFinding Finding, DateTimeOffset At, TimeSpan Took, IReadOnlyList<object> Details,
    int? Status = null, int? Code = null, string? RequestId = null)
{
    /// <summary>How the step stands.</summary>
    public ConnectionState State => ConnectionFindings.StateOf(Finding);
}
