namespace PagoConsole.Core.PagoEfectivo;

/// <summary>Why we do not know whether a call had its effect.</summary>
public enum GatewayDoubt
{
    /// <summary>No whole answer in time.</summary>
    TimedOut,

    /// <summary>The connection broke after the request had left, or the answer was cut short.</summary>
    ConnectionBroke,

    /// <summary>PagoEfectivo failed: 5000, 5030 or another 5xx answer.</summary>
    GatewayFailed,

    /// <summary>An answer that the contract does not know.</summary>
    Unreadable,

    /// <summary>Our own caller stopped waiting.</summary>
    GaveUp,
}

/// <summary>Why a call was certainly not made.</summary>
public enum GatewayObstacle
{
    /// <summary>The circuit breaker is open: PagoEfectivo has been failing.</summary>
    CircuitOpen,

    /// <summary>No connection could be made.</summary>
    Unreachable,

    /// <summary>Our own address, on which the embedded sandbox listens, is not known yet.</summary>
    AddressUnknown,
}

/// <summary>What came of a call to PagoEfectivo: one of four cases, each with the record of every attempt.</summary>
/// <typeparam name="T">What a call that succeeds gives.</typeparam>
public abstract record GatewayAnswer<T>
{
    private GatewayAnswer(IReadOnlyList<GatewayCall> calls) => Calls = calls;

    /// <summary>One record per HTTP attempt, to be stored in the same transaction as the outcome.</summary>
    public IReadOnlyList<GatewayCall> Calls { get; }

    /// <summary>Handles every case.</summary>
    public TResult Match<TResult>(
        Func<Succeeded, TResult> succeeded, Func<Refused, TResult> refused, Func<Unknown, TResult> unknown, Func<NotSent, TResult> notSent) =>
        this switch
        {
            Succeeded answer => succeeded(answer),
            Refused answer => refused(answer),
            Unknown answer => unknown(answer),
            NotSent answer => notSent(answer),
            _ => throw new InvalidOperationException($"There is no case {GetType().Name}."),
        };

    /// <summary>It was done.</summary>
    /// <param name="Value">What PagoEfectivo answered.</param>
    /// <param name="Calls">Every attempt.</param>
    public sealed record Succeeded(T Value, IReadOnlyList<GatewayCall> Calls) : GatewayAnswer<T>(Calls);

    /// <summary>A definite answer that nothing was done.</summary>
    /// <param name="Error">Which error.</param>
    /// <param name="Message">PagoEfectivo's words.</param>
    /// <param name="Field">The field at fault, if PagoEfectivo names one.</param>
    /// <param name="RetryAfter">How long PagoEfectivo asks us to wait.</param>
    /// <param name="Calls">Every attempt.</param>
    public sealed record Refused(
        GatewayError Error, string Message, string? Field, TimeSpan? RetryAfter, IReadOnlyList<GatewayCall> Calls) : GatewayAnswer<T>(Calls);

    /// <summary>It may have been done or not. A create or cancel is repeated under its key; a refund is looked up.</summary>
    /// <param name="Doubt">Why we do not know.</param>
    /// <param name="Error">The error of the last answer, if there was one: a refusal after an attempt whose fate is open leaves it open.</param>
    /// <param name="RetryAfter">How long PagoEfectivo asks us to wait.</param>
    /// <param name="Calls">Every attempt.</param>
    public sealed record Unknown(
        GatewayDoubt Doubt, GatewayError? Error, TimeSpan? RetryAfter, IReadOnlyList<GatewayCall> Calls) : GatewayAnswer<T>(Calls);

    /// <summary>It certainly was not done: nothing left this machine.</summary>
    /// <param name="Obstacle">What stood in the way.</param>
    /// <param name="Calls">Every attempt.</param>
    public sealed record NotSent(GatewayObstacle Obstacle, IReadOnlyList<GatewayCall> Calls) : GatewayAnswer<T>(Calls);
}
