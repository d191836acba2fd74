using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>Orders that change sides in one way.</summary>
/// <param name="From">What the rules in force say.</param>
/// <param name="To">What the draft says.</param>
/// <param name="Pile">All of them that were judged.</param>
/// <param name="Fraud">Those of them that are fraud by their label.</param>
/// <param name="Good">Those of them that are good by their label.</param>
/// <param name="Newest">The newest of them, at most <see cref="RulePreview.MostListed"/>.</param>
public sealed record Crossing(RiskOutcome From, RiskOutcome To, Pile Pile, long Fraud, long Good, IReadOnlyList<ChangedOrder> Newest);

/// <summary>An order that changes sides, and what decides it.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="AccountAge">How old the account was then; never negative.</param>
/// <param name="ScoreBefore">Its points by the rules in force.</param>
/// <param name="ScoreAfter">Its points by the draft.</param>
/// <param name="Added">Rules that count for it by the draft only.</param>
/// <param name="Dropped">Rules that count for it by the rules in force only.</param>
/// <param name="Fraud">What its label says; null without one.</param>
public sealed record ChangedOrder(
    string OrderId,
    Money Amount,
    DateTimeOffset PlacedAt,
    TimeSpan AccountAge,
    int ScoreBefore,
    int ScoreAfter,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Dropped,
    bool? Fraud);
