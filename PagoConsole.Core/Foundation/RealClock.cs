namespace PagoConsole.Core.Foundation;

/// <summary>Time as it really passes: for leases, back-off and time-outs, which must not follow a simulated clock.</summary>
public static class RealClock
{
    /// <summary>The instant, in UTC.</summary>
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
