using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>Changes of rules, each a sentence.</summary>
public sealed partial class ChangeList
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal RuleBook Book { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<RuleChange> Changes { get; set; }

    /// <summary>What the list is of, for those who hear it.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>What stands there where nothing changes.</summary>
    [Parameter]
    public string? Nothing { get; set; }

    /// <summary>Sentences that are shown at most.</summary>
    [Parameter]
    public int Most { get; set; } = int.MaxValue;

    /// <summary>Where a rule can be looked at.</summary>
    [Parameter]
    public Func<string, string>? HrefOf { get; set; }

    private ChangeWords Words => new(Text, Rules, Book);
}
