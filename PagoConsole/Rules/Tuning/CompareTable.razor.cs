using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>Two versions side by side: only what differs.</summary>
public sealed partial class CompareTable
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal RuleBook Book { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<RuleChange> Changes { get; set; }

    [Parameter, EditorRequired]
    public int Left { get; set; }

    [Parameter, EditorRequired]
    public int Right { get; set; }

    private ChangeWords Words => new(Text, Rules, Book);

    private string NameOf(RuleChange change) => change.Rule == RuleChange.WholeSet
        ? Words.SettingOf(change.Rule, change.Setting)
        : change.Setting == RuleChange.WholeTier ? Words.RuleOf(change) : Text["Conflict", Words.RuleOf(change), Words.SettingOf(change.Rule, change.Setting)];
}
