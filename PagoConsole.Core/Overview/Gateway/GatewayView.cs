using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Core.Overview.Gateway;

/// <summary>How one kind of call did within a time.</summary>
/// <param name="Call">Which.</param>
/// <param name="Times">How many attempts ended; those that our own side gave up are left out.</param>
/// <param name="Well">Those that PagoEfectivo answered well.</param>
/// <param name="Refused">Those to which it said no.</param>
/// <param name="P50">Half took at most so long.</param>
/// <param name="P95">19 of 20 took at most so long.</param>
public sealed record CallFigures(CallKind Call, long Times, long Well, long Refused, TimeSpan? P50, TimeSpan? P95)
{
    /// <summary>Those that failed: no whole, readable answer, or one that says that PagoEfectivo failed.</summary>
    public long Failed => Times - Well - Refused;

    /// <summary>The share that PagoEfectivo answered well; null where there were none.</summary>
    public double? Success => Times == 0 ? null : (double)Well / Times;

    /// <summary>Adds up what was counted.</summary>
    public static CallFigures Of(CallKind call, IEnumerable<CallCount> counts)
    {
        var ended = counts.Where(c => c.Call == call && c.Fault != GatewayFault.GaveUp).ToList();
        return new CallFigures(
            call, ended.Sum(c => c.Count), Sum(ended, GatewayFault.None), Sum(ended, GatewayFault.Refused), TimeOf(ended, 0.5), TimeOf(ended, 0.95));
    }

    private static long Sum(List<CallCount> counts, GatewayFault fault) => counts.Where(c => c.Fault == fault).Sum(c => c.Count);

    private static TimeSpan? TimeOf(List<CallCount> counts, double share) =>
        Buckets.Percentile(counts.Select(c => (c.Milliseconds, c.Count)), CallTimes.Bounds, share) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
}

/// <summary>Calls that did not end well, by what PagoEfectivo or the network said.</summary>
/// <param name="Call">Which call.</param>
/// <param name="Fault">How it ended.</param>
/// <param name="Code">PagoEfectivo's error code; null where it named none.</param>
/// <param name="Times">How often.</param>
/// <param name="Last">The last five minutes in which it happened.</param>
public sealed record CallErrors(CallKind Call, GatewayFault Fault, int? Code, long Times, DateTimeOffset Last);

/// <summary>Calls of a stretch of time.</summary>
/// <param name="From">When it began.</param>
/// <param name="Well">Answered, with yes or no.</param>
/// <param name="Failed">Failed.</param>
public sealed record CallRate(DateTimeOffset From, long Well, long Failed);

/// <summary>What waits for PagoEfectivo.</summary>
public sealed record GatewayWaiting
{
    /// <summary>Commands by kind; only kinds of which some wait.</summary>
    public required IReadOnlyList<(Payments.CommandKind Kind, Waiting Waits)> Commands { get; init; }

    /// <summary>Orders whose time is up and which have not ended: PagoEfectivo has not been asked yet, or did not answer.</summary>
    public required Waiting Due { get; init; }

    /// <summary>Payments whose turn to be asked about was minutes ago.</summary>
    public required Waiting Polls { get; init; }

    /// <summary>Nothing waits.</summary>
    public bool IsNothing => Commands.Count == 0 && Due.Count == 0 && Polls.Count == 0;
}

/// <summary>How PagoEfectivo does, seen from here.</summary>
public sealed record GatewayView
{
    /// <summary>Now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The circuit breaker and the last success and failure of this node.</summary>
    public required GatewayHealthSnapshot Health { get; init; }

    /// <summary>The last hour by call.</summary>
    public required IReadOnlyList<CallFigures> Hour { get; init; }

    /// <summary>The last 24 hours by call.</summary>
    public required IReadOnlyList<CallFigures> Day { get; init; }

    /// <summary>The last hour by five minutes.</summary>
    public required IReadOnlyList<CallRate> HourRates { get; init; }

    /// <summary>The last 24 hours by the hour.</summary>
    public required IReadOnlyList<CallRate> DayRates { get; init; }

    /// <summary>What went wrong in 24 hours, the most frequent first.</summary>
    public required IReadOnlyList<CallErrors> Errors { get; init; }

    /// <summary>What waits because of it.</summary>
    public required GatewayWaiting Waits { get; init; }
}
