using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>What was done with a draft: who, when, what from what to what, and why.</summary>
public sealed partial class DraftHistory
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<RuleHistoryLine> Lines { get; set; }
}
