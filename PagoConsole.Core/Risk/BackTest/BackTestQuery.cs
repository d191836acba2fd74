namespace PagoConsole.Core.Risk.BackTest;

/// <summary>What to replay, and under which rules.</summary>
/// <param name="From">The first business day (Lima) whose orders count.</param>
/// <param name="To">The last one.</param>
/// <param name="Rules">The rule set, without faults.</param>
/// <param name="Suggest">What better thresholds are to reach; null where none are searched.</param>
public sealed record BackTestQuery(DateOnly From, DateOnly To, RuleSet Rules, SearchGoal? Suggest = null);

/// <summary>What a search for better thresholds is after.</summary>
/// <param name="AtLeastPrecision">The highest recall at this precision or better, above 0 up to 1; null: the best F1.</param>
public sealed record SearchGoal(double? AtLeastPrecision = null);

/// <summary>How far a back-test is.</summary>
/// <param name="Replayed">Orders replayed, those before the first day among them.</param>
/// <param name="Counted">Orders that count.</param>
/// <param name="Share">The part of the time that was replayed, 0 to 1.</param>
public sealed record BackTestProgress(long Replayed, long Counted, double Share);
