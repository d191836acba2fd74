using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>What a figure is made of: one dispute, without its words.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Code">What it is about.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClosedAt">When it ended.</param>
/// <param name="Amount">What was disputed.</param>
/// <param name="ToBuyer">What went to the buyer's side.</param>
public sealed record DisputeFigure(DisputeState State, DisputeReason? Code, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, Money Amount, Money? ToBuyer);

/// <summary>Disputes about one thing.</summary>
public sealed record ReasonFigures(DisputeReason? Code, int Count, int Won, int Lost, double? WinRate);

/// <summary>Disputes that were opened in one month, with their amounts by currency.</summary>
public sealed record MonthFigures(DateOnly Month, int Count, IReadOnlyList<Money> Disputed, IReadOnlyList<Money> ToBuyer);

/// <summary>How disputes went. Pure: made of the disputes of a period.</summary>
/// <param name="Count">How many were opened.</param>
/// <param name="Outcomes">How many stand where.</param>
/// <param name="WinRate">Won among those that were won, lost or given in to; null where none was.</param>
/// <param name="MedianDays">Half of those that ended took no longer than this; null where none did.</param>
/// <param name="Reasons">By what they are about, the most frequent first.</param>
/// <param name="Months">By the month in Lima in which they were opened, oldest first.</param>
public sealed record DisputeStatistics(
    int Count, IReadOnlyDictionary<DisputeState, int> Outcomes, double? WinRate, double? MedianDays, IReadOnlyList<ReasonFigures> Reasons, IReadOnlyList<MonthFigures> Months)
{
    /// <summary>Makes them.</summary>
    public static DisputeStatistics Of(IReadOnlyCollection<DisputeFigure> all) => new(
        all.Count,
        Enum.GetValues<DisputeState>().ToDictionary(state => state, state => all.Count(d => d.State == state)),
        RateOf(all),
        MedianOf([.. all.Where(d => d.ClosedAt is not null).Select(d => (d.ClosedAt!.Value - d.OpenedAt).TotalDays).Order()]),
        [.. all.GroupBy(d => d.Code).Select(g => new ReasonFigures(g.Key, g.Count(), g.Count(d => d.State == DisputeState.Won), g.Count(IsLost), RateOf([.. g])))
            .OrderByDescending(r => r.Count).ThenBy(r => r.Code)],
        [.. all.GroupBy(d => MonthOf(d.OpenedAt)).OrderBy(g => g.Key)
            .Select(g => new MonthFigures(g.Key, g.Count(), Sums.Of(g.Select(d => d.Amount)), Sums.Of(g.Select(d => d.ToBuyer).OfType<Money>().Where(m => m.Minor != 0))))]);

    private static bool IsLost(DisputeFigure dispute) => dispute.State is DisputeState.Lost or DisputeState.Accepted;

    private static double? RateOf(IReadOnlyCollection<DisputeFigure> some)
    {
        var (won, lost) = (some.Count(d => d.State == DisputeState.Won), some.Count(IsLost));
        return won + lost == 0 ? null : (double)won / (won + lost);
    }

    private static double? MedianOf(IReadOnlyList<double> sorted) => sorted.Count switch
    {
        0 => null,
        var n when n % 2 == 1 => sorted[n / 2],
        var n => (sorted[(n / 2) - 1] + sorted[n / 2]) / 2,
    };

    private static DateOnly MonthOf(DateTimeOffset at) => Lima.DayOf(at) is var day ? new DateOnly(day.Year, day.Month, 1) : default;
}
