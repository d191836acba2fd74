using PagoConsole.Core.Risk.Counting;

namespace PagoConsole.Core.Risk.Performance;

/// <summary>What a rule did in a stretch of days.</summary>
/// <param name="Hits">Orders that it fired for.</param>
/// <param name="Held">Orders that it was a reason to hold for a person.</param>
/// <param name="HeldSoles">Their amounts together, in soles.</param>
/// <param name="Rejected">Orders that it was a reason to reject.</param>
/// <param name="Alone">Orders that would have come out milder without it.</param>
/// <param name="Fraud">Its hits that turned out to be fraud.</param>
/// <param name="Good">Its hits that turned out to be good: false positives.</param>
/// <param name="Released">Orders that it was a reason to hold and that a person approved.</param>
/// <param name="Refused">Orders that it was a reason to hold and that a person rejected.</param>
public sealed record RuleWork(long Hits, long Held, decimal HeldSoles, long Rejected, long Alone, long Fraud, long Good, long Released, long Refused)
{
    /// <summary>It did nothing.</summary>
    public static RuleWork None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Of its hits that have a label, the share that was fraud; null while none has.</summary>
    public double? Precision => Fraud + Good == 0 ? null : (double)Fraud / (Fraud + Good);

    /// <summary>Of all known fraud, the share that it fired for; null while none is known.</summary>
    /// <param name="all">All known fraud.</param>
    public double? Recall(long all) => all == 0 ? null : (double)Fraud / all;

    /// <summary>Of the orders that it was a reason to hold or reject, the share that hung on it alone; null while there is none.</summary>
    public double? AloneShare => Held + Rejected == 0 ? null : (double)Alone / (Held + Rejected);

    /// <summary>These together.</summary>
    public static RuleWork Of(IEnumerable<RuleDayCount> counts)
    {
        var days = counts.ToList();
        return new(
            days.Sum(d => d.Hits), days.Sum(d => d.Held), days.Sum(d => d.HeldMinor) / 100m, days.Sum(d => d.Rejected), days.Sum(d => d.Alone), days.Sum(d => d.Fraud),
            days.Sum(d => d.Good), days.Sum(d => d.Released), days.Sum(d => d.Refused));
    }
}

/// <summary>What a rule did on a day, or in the week that begins with it.</summary>
/// <param name="From">The first day.</param>
/// <param name="Work">What it did.</param>
/// <param name="Fraud">All known fraud of that time, whether it fired for it or not.</param>
/// <param name="Orders">All orders of that time.</param>
public sealed record RulePoint(DateOnly From, RuleWork Work, long Fraud, long Orders);

/// <summary>How often another rule fires where one does.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Other">The other.</param>
/// <param name="Both">Orders that both fired for.</param>
/// <param name="Hits">Orders that the first fired for.</param>
public sealed record RuleOverlap(string Rule, string Other, long Both, long Hits)
{
    /// <summary>Of the first rule's hits, the share that the other fired for too.</summary>
    public double Share => Hits == 0 ? 0 : Math.Min(1, (double)Both / Hits);
}

/// <summary>One rule over the time that is looked at.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Mode">Whether it counts now; null where the rules in force no longer have it.</param>
/// <param name="Work">What it did in all of the time.</param>
/// <param name="Points">The same by day or week, oldest first, none left out.</param>
/// <param name="Overlaps">Which others fire where it does, the most frequent first.</param>
public sealed record RulePerformance(string Rule, RuleMode? Mode, RuleWork Work, IReadOnlyList<RulePoint> Points, IReadOnlyList<RuleOverlap> Overlaps)
{
    /// <summary>It was a reason for something, and every time another one would have brought the same about.</summary>
    public bool NeverAlone => Work.Held + Work.Rejected > 0 && Work.Alone == 0;
}

/// <summary>How the rules did over time.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day: today.</param>
/// <param name="Weekly">Whether points are weeks.</param>
/// <param name="Orders">Orders that were assessed in that time.</param>
/// <param name="Fraud">Orders placed in that time that are known to be fraud.</param>
/// <param name="Good">Orders placed in that time that are known to be good.</param>
/// <param name="HeldSoles">What was held for a person, in soles; each order once.</param>
/// <param name="Rules">The rules in force, and those that fired in that time; most hits first.</param>
/// <param name="Counted">How far it is counted.</param>
public sealed record PerformanceView(
    DateOnly From, DateOnly To, bool Weekly, long Orders, long Fraud, long Good, decimal HeldSoles, IReadOnlyList<RulePerformance> Rules, CountedSoFar Counted);
