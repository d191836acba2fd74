using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Which settlement somebody wants to see.</summary>
/// <param name="From">The first settlement date.</param>
/// <param name="To">The last settlement date.</param>
/// <param name="Currency">The currency; null for all, which are never added up without a rate.</param>
public sealed record SettlementFilter(DateOnly From, DateOnly To, Currency? Currency = null)
{
    /// <summary>Days of the longest period.</summary>
    public const int LongestDays = 400;

    /// <summary>The date of lines that name none.</summary>
    public static DateOnly Undated => DateOnly.MaxValue;

    /// <summary>The same with its ends in order and at most <see cref="LongestDays"/> long.</summary>
    public SettlementFilter Bounded()
    {
        var (first, last) = From <= To ? (From, To) : (To, From);
        if (last == Undated) last = last.AddDays(-1);
        return this with { From = first, To = last.DayNumber - first.DayNumber >= LongestDays ? first.AddDays(LongestDays - 1) : last };
    }
}
