using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review;

/// <content>How long it may wait, the one pause for a question, and the warnings before the end.</content>
public sealed partial class ReviewCase
{
    /// <summary>Longest pause while the marketplace is asked; there is one a case.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>Longest question.</summary>
    public const int LongestQuestion = 1000;

    private static readonly int[] Warnings = [50, 80, 95];

    /// <summary>When the hold ends; later by as long as the clock stood still.</summary>
    public DateTimeOffset HoldUntil { get; private set; }

    /// <summary>How long it may wait in all, in minutes, the pause not counted.</summary>
    public int HoldMinutes { get; private set; }

    /// <summary>How much of the hold had passed at the last warning, in percent; 0 before the first.</summary>
    public int WarnedPercent { get; private set; }

    /// <summary>When the next warning is due; null after the last.</summary>
    public DateTimeOffset? NextWarningAt { get; private set; }

    /// <summary>When the marketplace was asked for more; null while nothing is asked.</summary>
    public DateTimeOffset? InformationRequestedAt { get; private set; }

    /// <summary>What it was asked last. May hold personal data.</summary>
    public string? Question { get; private set; }

    /// <summary>Until when the clock stands still, or stood; null if it never did.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>When the last answer came that nobody has decided upon yet.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the clock stands still at an instant.</summary>
    public bool IsPausedAt(DateTimeOffset at) => InformationRequestedAt is not null && PausedUntil > at;

    /// <summary>How much of the hold is left at an instant, the pause not counted; never less than nothing.</summary>
    public TimeSpan LeftAt(DateTimeOffset at)
    {
        var left = HoldUntil - (IsPausedAt(at) ? PausedUntil!.Value : at);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Somebody asks the marketplace for more. The first question stops the clock until the answer, for at most <see cref="LongestPause"/>.</summary>
    /// <returns>Why not, or null when it is asked.</returns>
    public Refusal? Ask(string question, Actor by, DateTimeOffset now)
    {
        if (RefusalToWork(by, now) is { } refusal) return refusal;
        if (InformationRequestedAt is not null) return new Refusal(RefusalCode.QuestionOpen);
        Version++;
        (InformationRequestedAt, Question, AnsweredAt) = (now, question, null);
        Claim(by, now);
        if (PausedUntil is not null) return null;
        PausedUntil = now + LongestPause;
        HoldUntil += LongestPause;
        ScheduleWarning();
        return null;
    }

    /// <summary>The marketplace answered the open question: the clock goes on where it stood.</summary>
    public void InformationReceived(DateTimeOffset now)
    {
        Version++;
        if (IsPausedAt(now))
        {
            HoldUntil -= PausedUntil!.Value - now;
            PausedUntil = now;
            ScheduleWarning();
        }

        (InformationRequestedAt, AnsweredAt) = (null, now);
    }

    /// <summary>Says how much of the hold has passed, if a warning is due.</summary>
    /// <returns>The percent passed, the latest if several are due at once; null if none is.</returns>
    public int? Warn(DateTimeOffset now)
    {
        if (State is ReviewState.Decided or ReviewState.Closed || NextWarningAt is null || NextWarningAt > now) return null;
        Version++;
        WarnedPercent = Warnings.Last(percent => WarningAt(percent) <= now);
        ScheduleWarning();
        return WarnedPercent;
    }

    private void StartClock(TimeSpan hold)
    {
        HoldMinutes = (int)hold.TotalMinutes;
        HoldUntil = OpenedAt + hold;
        ScheduleWarning();
    }

    private void ScheduleWarning() =>
        NextWarningAt = Warnings.Where(percent => percent > WarnedPercent).Select(percent => (DateTimeOffset?)WarningAt(percent)).FirstOrDefault();

    private DateTimeOffset WarningAt(int percent) => HoldUntil - (TimeSpan.FromMinutes(HoldMinutes) * (100 - percent) / 100);
}
