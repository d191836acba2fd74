using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>What a day is compared by.</summary>
/// <param name="day">The business day.</param>
/// <param name="settlementDays">Business days until settlement.</param>
/// <param name="holidays">Days besides Saturday and Sunday on which no bank settles.</param>
/// <param name="fees">What PagoEfectivo may keep of a payment; null where no schedule covers it.</param>
internal sealed class MatchRules(DateOnly day, int settlementDays, IEnumerable<DateOnly> holidays, Func<Money, DateOnly, ExpectedFee?> fees)
{
    private readonly List<DateOnly> holidays = [.. holidays];
    private readonly Dictionary<DateOnly, DateOnly> latest = [];

    /// <summary>The business day.</summary>
    public DateOnly Day { get; } = day;

    /// <summary>When it begins.</summary>
    public DateTimeOffset From { get; } = Lima.StartOf(day);

    /// <summary>When the next one begins.</summary>
    public DateTimeOffset To { get; } = Lima.StartOf(day.AddDays(1));

    /// <summary>Whether an instant lies in the day.</summary>
    public bool Holds(DateTimeOffset at) => at >= From && at < To;

    /// <summary>Until when what moved on a day must be settled.</summary>
    public DateOnly LatestSettlement(DateTimeOffset? paidAt)
    {
        // Money of an earlier day that stands here by mistake is told as such, and not once more as late.
        var paidOn = paidAt is not { } at || at < To ? Day : Lima.DayOf(at);
        if (!latest.TryGetValue(paidOn, out var until)) latest[paidOn] = until = BusinessDays.After(paidOn, settlementDays, holidays);
        return until;
    }

    /// <summary>What PagoEfectivo may keep of a payment; null where no schedule covers it.</summary>
    public ExpectedFee? FeeOf(Money amount) => fees(amount, Day);
}
