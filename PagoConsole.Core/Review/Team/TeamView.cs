using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Review.Team;

/// <summary>How a number of decisions turned out.</summary>
/// <param name="Decided">How many there are.</param>
/// <param name="Approved">How many of them sell.</param>
/// <param name="Overturned">How many the order's label speaks against; see <see cref="DecidedCase.Overturned"/>.</param>
/// <param name="Median">Half were decided within this time after the order was held; null without decisions.</param>
/// <param name="P90">Nine of ten were.</param>
public sealed record TeamFigures(int Decided, int Approved, int Overturned, TimeSpan? Median, TimeSpan? P90)
{
    /// <summary>The share that sells; null without decisions.</summary>
    public double? ApprovalRate => Decided == 0 ? null : (double)Approved / Decided;

    /// <summary>The share that was overturned; null without decisions.</summary>
    public double? OverturnedRate => Decided == 0 ? null : (double)Overturned / Decided;

    internal static TeamFigures Of(IReadOnlyCollection<DecidedCase> cases)
    {
        var times = cases.Select(c => c.DecidedAt - c.OpenedAt).Order().ToList();
        return new(cases.Count, cases.Count(c => c.Decision == ReviewDecision.Approve), cases.Count(c => c.Overturned), RankOf(times, 0.5), RankOf(times, 0.9));
    }

    /// <summary>The nearest rank: a time that really occurred.</summary>
    private static TimeSpan? RankOf(List<TimeSpan> sorted, double share) =>
        sorted.Count == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}

/// <summary>The figures of one person, rule or reason.</summary>
/// <param name="Key">The person as <c>person:NAME</c>, the rule's id, or the reason's word; empty where none was given.</param>
/// <param name="Figures">Their decisions.</param>
public sealed record TeamLine(string Key, TeamFigures Figures);

/// <summary>What came and what was decided in an hour.</summary>
/// <param name="Hour">When it began.</param>
/// <param name="Arrived">Orders held.</param>
/// <param name="Decided">Cases decided, by people and by the clock.</param>
public sealed record TeamHour(DateTimeOffset Hour, int Arrived, int Decided);

/// <summary>A case that was decided, as the figures need it.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OpenedAt">When it was held.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="DecidedBy">By whom.</param>
/// <param name="Decision">What.</param>
/// <param name="Reason">Why, in a word.</param>
/// <param name="Rules">What held it.</param>
/// <param name="Said">Whether the decision took it for fraud.</param>
/// <param name="Fraud">Whether it is fraud, as the order's label says; null without one.</param>
/// <param name="Source">Where that is known from.</param>
public sealed record DecidedCase(
    string OrderId,
    DateTimeOffset OpenedAt,
    DateTimeOffset DecidedAt,
    string DecidedBy,
    ReviewDecision Decision,
    string? Reason,
    IReadOnlyList<string> Rules,
    bool Said,
    bool? Fraud,
    LabelSource? Source)
{
    /// <summary>Whether the clock decided, and no person.</summary>
    public bool ByClock => !DecidedBy.StartsWith("person:", StringComparison.Ordinal);

    /// <summary>Whether a source stronger than the review itself says otherwise than the decision did.</summary>
    public bool Overturned => Source > LabelSource.Review && Fraud is { } fraud && fraud != Said;
}

/// <summary>How the team does.</summary>
public sealed record TeamView
{
    /// <summary>When the period begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Cases that wait for a decision now.</summary>
    public required int Open { get; init; }

    /// <summary>Those of them that somebody has in hand.</summary>
    public required int InHand { get; init; }

    /// <summary>Cases that people decided on the business day that runs.</summary>
    public required int DecidedToday { get; init; }

    /// <summary>All decisions of the period, by people and by the clock; the figures look at the latest <see cref="TeamBoard.MostDecisions"/>.</summary>
    public required int Decisions { get; init; }

    /// <summary>What people decided in the period.</summary>
    public required TeamFigures People { get; init; }

    /// <summary>What the end of the hold time decided because nobody had.</summary>
    public required TeamFigures Clock { get; init; }

    /// <summary>By person, who decided most first.</summary>
    public required IReadOnlyList<TeamLine> ByPerson { get; init; }

    /// <summary>What people decided by the rules that held it; a case counts under each of them.</summary>
    public required IReadOnlyList<TeamLine> ByRule { get; init; }

    /// <summary>What people decided by the reason they gave.</summary>
    public required IReadOnlyList<TeamLine> ByReason { get; init; }

    /// <summary>The latest decisions that were overturned, by people and by the clock.</summary>
    public required IReadOnlyList<DecidedCase> Overturned { get; init; }

    /// <summary>Each hour of the period.</summary>
    public required IReadOnlyList<TeamHour> Hours { get; init; }

    /// <summary>Whether there is nothing to tell of.</summary>
    public bool IsEmpty => Open == 0 && Decisions == 0 && Hours.All(hour => hour is { Arrived: 0, Decided: 0 });
}
