using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Days;

/// <content>Closing, and opening again. Pure: each changes the day or says why not.</content>
public sealed partial class ReconciledDay
{
    /// <summary>Why it cannot be closed as it stands; null if it can.</summary>
    /// <param name="open">How many of its differences are open.</param>
    /// <param name="newestReport">The newest whole report of the day; null where there is none.</param>
    /// <param name="now">The present instant: a day that is still going on is not closed.</param>
    public Refusal? ObstacleToClosing(int open, string? newestReport, DateTimeOffset now)
    {
        if (State == DayState.Closed) return new Refusal(RefusalCode.DayClosed, Args: [Day]);
        if (now < Lima.StartOf(Day.AddDays(1))) return new Refusal(RefusalCode.DayNotOver);
        if (ReportId is null || RunId is null || State == DayState.Awaiting || newestReport != ReportId) return new Refusal(RefusalCode.DayNotMatched);
        return open > 0 ? new Refusal(RefusalCode.DifferencesOpen, Args: [open]) : null;
    }

    /// <summary>Finance is done with it.</summary>
    /// <param name="open">How many of its differences are open.</param>
    /// <param name="newestReport">The newest whole report of the day.</param>
    /// <param name="seen">The version that the person looked at; null does not mind.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="now">When.</param>
    public Refusal? Close(int open, string? newestReport, int? seen, Actor by, DateTimeOffset now)
    {
        if (ObstacleToClosing(open, newestReport, now) is { } obstacle) return obstacle;
        if (seen is { } version && version != Version) return new Refusal(RefusalCode.DayChanged);
        Version++;
        (State, ClosedBy, ClosedAt) = (DayState.Closed, by.Signature, now);
        return null;
    }

    /// <summary>It has to be looked at again: somebody says so, or it changed after it was closed.</summary>
    public Refusal? Reopen(DateTimeOffset now)
    {
        if (State != DayState.Closed) return new Refusal(RefusalCode.DayNotClosed);
        Version++;
        (State, ClosedBy, ClosedAt, ReopenedAt) = (DayState.Reopened, null, null, now);
        return null;
    }
}
