namespace PagoConsole.Hosting.Clock;

/// <summary>
/// A business day in minutes, for trials: the business's time runs from <c>Clock:Start</c> on, so many times as fast as the real one since
/// <c>Clock:RealStart</c>. Programs with the same settings agree on it, and one that was killed goes on where it stands by then. What must follow
/// the real clock (leases, time-outs, back-off) does not ask this one.
/// </summary>
internal sealed class SimulatedClock(DateTimeOffset realStart, DateTimeOffset start, double speed) : TimeProvider
{
    /// <summary>The business's time.</summary>
    public override DateTimeOffset GetUtcNow() => start + ((System.GetUtcNow() - realStart) * speed);

    /// <summary>A timer of the business's time.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan simulated) => simulated == Timeout.InfiniteTimeSpan ? simulated : simulated / speed;
}
