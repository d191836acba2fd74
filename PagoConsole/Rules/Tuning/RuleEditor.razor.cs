using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>One rule of a draft: in one line how it stands, and opened with all that can be set.</summary>
public sealed partial class RuleEditor
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Rule Rule { get; set; }

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public required RuleSet Set { get; set; }

    /// <summary>What would take the draft's changes of this rule back.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RuleChange> Undo { get; set; }

    [Parameter]
    public bool Open { get; set; }

    /// <summary>Opens or closes it.</summary>
    [Parameter, EditorRequired]
    public required string Href { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Keeps changes; gives what is wrong with them.</summary>
    [Parameter, EditorRequired]
    public required Func<RuleChange, Task<Refusal?>> Edit { get; set; }

    /// <summary>A change that is not kept yet.</summary>
    [Parameter]
    public EventCallback<RuleChange> OnTry { get; set; }

    private IReadOnlyList<RuleEntry> Tiers => RuleChanges.TiersOf(Set, Rule.Id);

    private Task AddAsync() => Edit(new RuleChange(Rule.Id, Tiers.Count + 1, RuleChange.WholeTier, null, SettingText.Of(Rule.Another(Set))));
}
