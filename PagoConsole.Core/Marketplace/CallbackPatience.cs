namespace PagoConsole.Core.Marketplace;

/// <summary>How long the delivery of callbacks waits for what. Time-outs, leases and pauses pass in real time, the end of all tries in the business's.</summary>
internal sealed record CallbackPatience
{
    /// <summary>The clock of leases and pauses.</summary>
    public TimeProvider Real { get; init; } = TimeProvider.System;

    /// <summary>How long the marketplace may take for one answer.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many messages are taken up at once.</summary>
    public int Batch { get; init; } = 100;

    /// <summary>How many are under way at the same time.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>
    /// How long a claim holds: little longer than one answer may take, so that what a killed process had claimed is soon free again. What
    /// cannot be ended within it is not begun.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>The pause after the first failure.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long after it was written a message is tried.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How many orders' messages have to fail in a row, with none taken in between, before the marketplace counts as down.</summary>
    public int DownAfter { get; init; } = 5;

    /// <summary>How long it is then left alone before one message tries it; doubled after each such try that fails.</summary>
    public TimeSpan FirstProbe { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that it is left alone.</summary>
    public TimeSpan LongestProbe { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the tries of a delivery are kept.</summary>
    public TimeSpan KeepAttempts { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The pause after so many failures: doubled each time, and up to a quarter more so that many do not come back at once.</summary>
    /// <param name="failures">How often it was tried; at least 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    public TimeSpan PauseAfter(int failures, double chance)
    {
        var pause = Math.Min(FirstPause.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 30)), LongestPause.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Min(pause * (1 + 0.25 * chance), LongestPause.TotalSeconds));
    }
}
