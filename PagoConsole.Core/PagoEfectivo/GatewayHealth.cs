namespace PagoConsole.Core.PagoEfectivo;

/// <summary>What the circuit breaker lets through.</summary>
public enum GatewayCircuit
{
    /// <summary>Everything.</summary>
    Closed,

    /// <summary>Nothing, for a moment.</summary>
    Open,

    /// <summary>One call, to see whether PagoEfectivo is back.</summary>
    HalfOpen,
}

/// <summary>How PagoEfectivo does, seen from here, at one instant.</summary>
/// <param name="Circuit">What the breaker lets through.</param>
/// <param name="Since">Since when; null if nothing has changed since the start.</param>
/// <param name="LastSuccess">When an attempt last got an answer that is no failure.</param>
/// <param name="LastFailure">When an attempt last failed.</param>
/// <param name="LastFault">How it failed.</param>
public sealed record GatewayHealthSnapshot(
    GatewayCircuit Circuit, DateTimeOffset? Since, DateTimeOffset? LastSuccess, DateTimeOffset? LastFailure, GatewayFault LastFault);

/// <summary>Watches every attempt and the circuit breaker, for the console.</summary>
public sealed class GatewayHealth
{
    private readonly Lock gate = new();
    private GatewayHealthSnapshot now = new(GatewayCircuit.Closed, null, null, null, GatewayFault.None);

    /// <summary>The circuit changed. Handlers neither block nor throw.</summary>
    public event Action? CircuitChanged;

    /// <summary>How it is now.</summary>
    public GatewayHealthSnapshot Now
    {
        get
        {
            lock (gate) return now;
        }
    }

    internal void Circuit(GatewayCircuit circuit, DateTimeOffset at)
    {
        lock (gate) now = now with { Circuit = circuit, Since = at };
        CircuitChanged?.Invoke();
    }

    internal void Observe(GatewayCall call)
    {
        lock (gate)
        {
            now = call.Fault switch
            {
                GatewayFault.None or GatewayFault.Refused => now with { LastSuccess = call.At },
                GatewayFault.GaveUp => now,
                GatewayFault.Failed or GatewayFault.Unreadable or GatewayFault.TimedOut or GatewayFault.Unreachable
                    or GatewayFault.ConnectionBroke => now with { LastFailure = call.At, LastFault = call.Fault },
            };
        }
    }
}
