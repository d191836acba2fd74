using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Review.Links;

/// <summary>How old an account was when it ordered, as reviewers think of it.</summary>
public enum AccountAge
{
    /// <summary>Under a day.</summary>
    Hours,

    /// <summary>Under a week.</summary>
    Days,

    /// <summary>Under a month.</summary>
    Weeks,

    /// <summary>Under half a year.</summary>
    Months,

    /// <summary>Older.</summary>
    Settled,
}

/// <summary>What makes two cases alike.</summary>
/// <param name="Reasons">The rules that held it.</param>
/// <param name="Amount">What was at stake.</param>
/// <param name="Age">How old the account was.</param>
public sealed record CaseTraits(IReadOnlyList<string> Reasons, Money Amount, AccountAge Age)
{
    /// <summary>The traits of a case: its reasons are separated by commas.</summary>
    public static CaseTraits Of(string reasons, Money amount, DateTimeOffset placedAt, DateTimeOffset accountCreatedAt) =>
        new(reasons.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), amount, BandOf(placedAt - accountCreatedAt));

    /// <summary>
    /// How alike two cases are, from 0 (nothing in common) to 100: three fifths by the reasons that they share out of all that either has, a
    /// fifth by the amount (equal is all of it, a half or the double nothing), a fifth by the age of the account. Cases of other reasons, of
    /// another currency or of an amount further off are not alike at all.
    /// </summary>
    public int LikenessTo(CaseTraits other)
    {
        var all = Reasons.Union(other.Reasons).Count();
        var shared = Reasons.Intersect(other.Reasons).Count();
        if ((shared == 0 && all > 0) || Amount.Currency != other.Amount.Currency) return 0;
        var (less, more) = (Math.Min(Amount.Minor, other.Amount.Minor), Math.Max(Amount.Minor, other.Amount.Minor));
        if (more > 2 * less) return 0;
        var byReasons = all == 0 ? 60 : 60 * shared / all;
        var byAmount = more == 0 ? 20 : (int)(20 * ((2 * less) - more) / more);
        return byReasons + byAmount + (Age == other.Age ? 20 : 0);
    }

    private static AccountAge BandOf(TimeSpan age) => age.TotalDays switch
    {
        < 1 => AccountAge.Hours,
        < 7 => AccountAge.Days,
        < 30 => AccountAge.Weeks,
        < 180 => AccountAge.Months,
        _ => AccountAge.Settled,
    };
}

/// <summary>A past case much like this one, and how it went. Who decided it is left out: colleagues are not to be measured by each other.</summary>
/// <param name="OrderId">Its order.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="HoldEnded">Whether nobody decided: the hold time had ended.</param>
/// <param name="Traits">What it was like.</param>
/// <param name="SharedReasons">The reasons that both have.</param>
/// <param name="Likeness">How alike they are, to 100.</param>
/// <param name="Status">Where the order stands now.</param>
/// <param name="Fraud">Whether it turned out to be fraud; null while nobody has said.</param>
public sealed record SimilarCase(
    string OrderId,
    ReviewDecision Decision,
    DateTimeOffset DecidedAt,
    bool HoldEnded,
    CaseTraits Traits,
    IReadOnlyList<string> SharedReasons,
    int Likeness,
    OrderStatus Status,
    bool? Fraud);
