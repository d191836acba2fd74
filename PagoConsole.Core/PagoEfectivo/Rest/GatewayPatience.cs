namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>How patient the client is with a gateway that fails. The time of a whole call is <c>PagoEfectivo:TimeoutSeconds</c>.</summary>
internal sealed record GatewayPatience
{
    /// <summary>Further attempts of a call that is safe to repeat.</summary>
    public int Repeats { get; init; } = 3;

    /// <summary>Wait before the first of them, with jitter; each further wait is twice as long.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest <c>Retry-After</c> that is waited for within a call; a longer one is left to the caller.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The part of a call's time that its first attempts may take, so that one lost answer does not lose the call.</summary>
    public double AttemptShare { get; init; } = 0.6;

    /// <summary>The share of failed attempts at which the circuit opens.</summary>
    public double FailureShare { get; init; } = 0.5;

    /// <summary>The attempts within <see cref="Window"/> below which it does not.</summary>
    public int FewestAttempts { get; init; } = 8;

    /// <summary>The time over which attempts are counted.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit stays open before one call may try.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest silence within a report.</summary>
    public TimeSpan LongestStall { get; init; } = TimeSpan.FromSeconds(30);
}
