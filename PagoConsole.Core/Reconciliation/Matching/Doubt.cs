using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>A line that does not plainly agree with an order of the day, kept for a closer look.</summary>
/// <param name="Row">The line.</param>
/// <param name="Place">Its order's place in the day's book; -1 where it fits none by its payment.</param>
internal sealed record Doubt(ReportRow Row, int Place)
{
    /// <summary>An earlier line is identical.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>It is the first line of its order.</summary>
    public bool IsFirst { get; init; }

    /// <summary>An earlier line told that the same order was paid.</summary>
    public bool IsFurther { get; init; }

    /// <summary>An earlier line told of money of the same order by another transaction.</summary>
    public bool IsOtherTransaction { get; init; }

    /// <summary>The settlement date of an earlier pull, where it differs.</summary>
    public DateOnly? SettledBefore { get; init; }
}
