using System.Diagnostics;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>Waits for a condition of another process with a deadline; what was last seen is in the failure.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    public static async Task<T> BecomesAsync<T>(
        string what, Func<Task<T>> look, Func<T, bool> holds, TimeSpan? within = null, Func<T, string>? show = null)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (holds(seen)) return seen;
            if (clock.Elapsed > (within ?? Patience))
                throw new TimeoutException($"Waited {clock.Elapsed.TotalSeconds:F0} s for {what}; last seen: {show?.Invoke(seen) ?? seen?.ToString()}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    public static Task IsTrueAsync(string what, Func<Task<bool>> look, TimeSpan? within = null) =>
        BecomesAsync(what, look, seen => seen, within);
}
