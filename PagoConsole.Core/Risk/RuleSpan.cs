using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk;

/// <summary>How often a rule fired on one business day under one rule set.</summary>
public sealed record RuleDay(string Rule, DateOnly Day, int Version, int Hits);

/// <summary>An assessed order of which it is known whether it was fraud.</summary>
/// <param name="Day">The business day in which it was placed.</param>
/// <param name="Version">The rule set that judged it.</param>
/// <param name="Fraud">Fraud, or good.</param>
/// <param name="Rules">The rules that fired for it.</param>
public sealed record LabelledOrder(DateOnly Day, int Version, bool Fraud, IReadOnlyList<string> Rules);

/// <summary>How a rule did.</summary>
/// <param name="Hits">Orders that it fired for.</param>
/// <param name="Labelled">Those of them that have a label.</param>
/// <param name="Right">Those of them that were fraud.</param>
/// <param name="Fraud">All orders that were fraud, whether it fired for them or not.</param>
public sealed record RuleFigures(int Hits, int Labelled, int Right, int Fraud)
{
    /// <summary>Of the labelled orders that it fired for, the share that was fraud; null while none is labelled.</summary>
    public double? Precision => Labelled == 0 ? null : (double)Right / Labelled;

    /// <summary>Of all fraud, the share that it fired for; null while no fraud is known.</summary>
    public double? Recall => Fraud == 0 ? null : (double)Right / Fraud;
}

/// <summary>An order that a rule fired for.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why it stands there.</param>
/// <param name="AmountMinor">Hundredths of the currency unit.</param>
/// <param name="Currency">PEN or USD.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="Mode">Whether the rule counted.</param>
/// <param name="Version">The rule set.</param>
/// <param name="Fraud">Whether it was fraud; null while nobody has said.</param>
public sealed record RuleHitOrder(
    string OrderId, OrderStatus Status, string? Reason, long AmountMinor, Currency Currency, DateTimeOffset PlacedAt, RuleMode Mode, int Version, bool? Fraud)
{
    /// <summary>The amount in its currency.</summary>
    public Money Amount => new(AmountMinor, Currency);
}

/// <summary>Hits and labels of a span of business days; figures of any part of it are made without asking again.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">Hits by rule, day and rule set; days without one are left out.</param>
/// <param name="Labels">Orders with a label.</param>
public sealed record RuleSpan(DateOnly From, DateOnly To, IReadOnlyList<RuleDay> Days, IReadOnlyList<LabelledOrder> Labels)
{
    /// <summary>How a rule did from a day on.</summary>
    public RuleFigures Of(string rule, DateOnly since) => Figures(rule, day => day >= since, _ => true);

    /// <summary>How a rule did under one rule set.</summary>
    public RuleFigures Of(string rule, int version) => Figures(rule, _ => true, judged => judged == version);

    /// <summary>The rule sets under which orders of the span were judged as far as hits and labels tell, newest first.</summary>
    public IReadOnlyList<int> VersionsOf(string rule) =>
        [.. Days.Where(d => d.Rule == rule).Select(d => d.Version).Concat(Labels.Select(l => l.Version)).Distinct().OrderDescending()];

    /// <summary>A rule's hits of every day of the span, oldest first, 0 where there were none.</summary>
    public IReadOnlyList<(DateOnly Day, int Hits)> ByDay(string rule)
    {
        var hits = Days.Where(d => d.Rule == rule).GroupBy(d => d.Day).ToDictionary(g => g.Key, g => g.Sum(d => d.Hits));
        return [.. Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays).Select(day => (day, hits.GetValueOrDefault(day)))];
    }

    private RuleFigures Figures(string rule, Func<DateOnly, bool> inDays, Func<int, bool> inVersions)
    {
        var labels = Labels.Where(l => inDays(l.Day) && inVersions(l.Version)).ToList();
        var fired = labels.Where(l => l.Rules.Contains(rule)).ToList();
        return new(
            Days.Where(d => d.Rule == rule && inDays(d.Day) && inVersions(d.Version)).Sum(d => d.Hits),
            fired.Count, fired.Count(l => l.Fraud), labels.Count(l => l.Fraud));
    }
}
