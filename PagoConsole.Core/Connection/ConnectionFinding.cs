namespace PagoConsole.Core.Connection;

/// <summary>Everything that a connection check can find; in brackets the details that its words get.</summary>
public enum ConnectionFinding
{
    /// <summary>The address answers. [host, milliseconds]</summary>
    AddressReached,

    /// <summary>No such name. [host]</summary>
    NameUnknown,

    /// <summary>No connection. [host]</summary>
    NoConnection,

    /// <summary>No secure connection: the certificate is not trusted, or TLS is not spoken. [host]</summary>
    NotSecure,

    /// <summary>No answer in time. [host, seconds]</summary>
    NoAnswer,

    /// <summary>PagoEfectivo does not allow our network address (4003).</summary>
    AddressRefused,

    /// <summary>The keys are right.</summary>
    KeysAccepted,

    /// <summary>PagoEfectivo does not accept our signature (4001).</summary>
    KeysRefused,

    /// <summary>PagoEfectivo is busy or fails, so that nothing can be said. [code or status]</summary>
    GatewayBusy,

    /// <summary>Something answers that is not PagoEfectivo as the contract has it. [status]</summary>
    AnswerStrange,

    /// <summary>No answer that could say anything about it.</summary>
    NotTried,

    /// <summary>The clocks agree. [seconds]</summary>
    ClockRight,

    /// <summary>The clocks are apart. [seconds]</summary>
    ClockOff,

    /// <summary>The clocks are so far apart that signatures are refused. [seconds]</summary>
    ClockWrong,

    /// <summary>The certificate holds. [days, day]</summary>
    CertificateGood,

    /// <summary>The certificate ends within a month. [days, day]</summary>
    CertificateEnds,

    /// <summary>The certificate ends within a week. [days, day]</summary>
    CertificateEndsNow,

    /// <summary>The certificate has ended. [days ago, day]</summary>
    CertificateEnded,

    /// <summary>The certificate is not trusted here. [why, as a word of TLS, day]</summary>
    CertificateNotTrusted,

    /// <summary>Plain http to this very machine: there is no certificate.</summary>
    NoCertificateNeeded,

    /// <summary>Plain http over a network: everybody on the way can read along. [host]</summary>
    NotEncrypted,

    /// <summary>A call went well lately. [instant]</summary>
    LastCallGood,

    /// <summary>The last call failed after that. [instant of the last good one or null, fault]</summary>
    LastCallFailed,

    /// <summary>No call has been made yet.</summary>
    NoCallYet,

    /// <summary>Calls are held back, since PagoEfectivo kept failing. [instant since when]</summary>
    CallsHeldBack,

    /// <summary>The delivery was taken and processed. [milliseconds to the answer, milliseconds to the end]</summary>
    DoorWorks,

    /// <summary>Our door answers, and turns us away since we are not in PagoEfectivo's networks: as it should. [milliseconds]</summary>
    DoorReached,

    /// <summary>Our door turns the sandbox's own network away.</summary>
    DoorShut,

    /// <summary>The signature did not survive the way: something in between changes the body or the header.</summary>
    DoorSignatureLost,

    /// <summary>Something else answers at our public address. [status]</summary>
    DoorStrange,

    /// <summary>Our public address cannot be reached from here. [host, fault]</summary>
    DoorUnreachable,

    /// <summary>The delivery was taken but not processed in time. [seconds]</summary>
    DoorNotProcessed,

    /// <summary>PagoEfectivo delivered something lately. [instant]</summary>
    LastWebhookGood,

    /// <summary>PagoEfectivo has delivered nothing for a day. [instant]</summary>
    LastWebhookOld,

    /// <summary>PagoEfectivo has delivered nothing yet.</summary>
    NoWebhookYet,

    /// <summary>The marketplace took it. [status, milliseconds]</summary>
    CallbackTaken,

    /// <summary>The marketplace did not take it. [status or fault]</summary>
    CallbackNotTaken,
}

/// <summary>How bad each finding is.</summary>
internal static class ConnectionFindings
{
    public static ConnectionState StateOf(ConnectionFinding finding) => finding switch
    {
        ConnectionFinding.AddressReached or ConnectionFinding.KeysAccepted or ConnectionFinding.ClockRight or ConnectionFinding.CertificateGood
            or ConnectionFinding.LastCallGood or ConnectionFinding.DoorWorks or ConnectionFinding.DoorReached or ConnectionFinding.LastWebhookGood
            or ConnectionFinding.CallbackTaken => ConnectionState.Good,
        ConnectionFinding.GatewayBusy or ConnectionFinding.ClockOff or ConnectionFinding.CertificateEnds or ConnectionFinding.NotEncrypted
            or ConnectionFinding.LastCallFailed or ConnectionFinding.LastWebhookOld => ConnectionState.Warning,
        ConnectionFinding.NotTried or ConnectionFinding.NoCertificateNeeded or ConnectionFinding.NoCallYet
            or ConnectionFinding.NoWebhookYet => ConnectionState.NotApplicable,
        ConnectionFinding.NameUnknown or ConnectionFinding.NoConnection or ConnectionFinding.NotSecure or ConnectionFinding.NoAnswer
            or ConnectionFinding.AddressRefused or ConnectionFinding.KeysRefused or ConnectionFinding.AnswerStrange or ConnectionFinding.ClockWrong
            or ConnectionFinding.CertificateEndsNow or ConnectionFinding.CertificateEnded or ConnectionFinding.CertificateNotTrusted
            or ConnectionFinding.CallsHeldBack or ConnectionFinding.DoorShut or ConnectionFinding.DoorSignatureLost or ConnectionFinding.DoorStrange
            or ConnectionFinding.DoorUnreachable or ConnectionFinding.DoorNotProcessed or ConnectionFinding.CallbackNotTaken => ConnectionState.Bad,
    };
}
