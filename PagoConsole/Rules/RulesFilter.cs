using System.Globalization;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>Which rules are shown and which one is open, as the address says it.</summary>
internal sealed record RulesFilter
{
    public string? Search { get; init; }

    public RuleMode? Mode { get; init; }

    public RuleAction? Action { get; init; }

    /// <summary>The rule whose detail is open.</summary>
    public string? Open { get; init; }

    public bool IsEmpty => Search is null && Mode is null && Action is null;

    public static RulesFilter Parse(string? search, string? mode, string? action, string? open) => new()
    {
        Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        Mode = Enum.TryParse<RuleMode>(mode, out var one) && Enum.IsDefined(one) ? one : null,
        Action = Enum.TryParse<RuleAction>(action, out var asked) && Enum.IsDefined(asked) ? asked : null,
        Open = string.IsNullOrWhiteSpace(open) ? null : open,
    };

    public (string Name, string? Value)[] ToQuery() => [("q", Search), ("mode", Mode?.ToString()), ("action", Action?.ToString()), ("open", Open)];

    /// <summary>Whether a rule with one of its tiers fits.</summary>
    /// <param name="entry">The tier.</param>
    /// <param name="words">All that is written about the rule.</param>
    public bool Fits(RuleEntry entry, string words) =>
        (Mode is null || entry.Mode == Mode) && (Action is null || entry.Action == Action)
        && (Search is null || CultureInfo.CurrentCulture.CompareInfo.IndexOf(words, Search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
}
