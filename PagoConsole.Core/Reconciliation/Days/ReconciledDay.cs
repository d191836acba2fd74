namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>How a business day stands.</summary>
public enum DayState
{
    /// <summary>No whole report has come yet.</summary>
    Awaiting,

    /// <summary>Matched; somebody has to close it, once no difference is open.</summary>
    Matched,

    /// <summary>Finance has closed it.</summary>
    Closed,

    /// <summary>It was closed, and has changed since.</summary>
    Reopened,
}

/// <summary>A business day in Lima, with what the last run found.</summary>
public sealed partial class ReconciledDay
{
    /// <summary>The day as text, <c>2026-11-22</c>: its key.</summary>
    public required string DayId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How it stands.</summary>
    public DayState State { get; set; }

    /// <summary>The report that the last run used; null before the first.</summary>
    public string? ReportId { get; set; }

    /// <summary>The last run.</summary>
    public string? RunId { get; set; }

    /// <summary>When it ran.</summary>
    public DateTimeOffset? RanAt { get; set; }

    /// <summary>How long it took, in milliseconds.</summary>
    public long TookMs { get; set; }

    /// <summary>Orders paid that day.</summary>
    public long Orders { get; set; }

    /// <summary>Lines of the report.</summary>
    public long ReportRows { get; set; }

    /// <summary>Orders of the day of which the report says exactly the same.</summary>
    public long Matched { get; set; }

    /// <summary>Differences that the last run found.</summary>
    public int Found { get; set; }

    /// <summary>What the last run came to, as a hash: two runs of the same input have the same.</summary>
    public byte[] Outcome { get; set; } = [];

    /// <summary>When the report is asked for next; null when it no longer is.</summary>
    public DateTimeOffset? NextPullAt { get; set; }

    /// <summary>How often it was asked for in vain since the last whole one.</summary>
    public int FailedPulls { get; set; }

    /// <summary>Who closed it; null unless closed.</summary>
    public string? ClosedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When it was last reopened.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }

    /// <summary>The run that is at work on it, or was when its process ended; of two the later goes on and the earlier stops.</summary>
    public string? RunningId { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; }

    /// <summary>The stream of its journal entries.</summary>
    public string Stream => StreamOf(Day);

    /// <summary>The key of a day.</summary>
    public static string IdOf(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The journal stream of a day.</summary>
    public static string StreamOf(DateOnly day) => $"day/{IdOf(day)}";
}
