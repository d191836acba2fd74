using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>A draft whose base was replaced: what both sides changed differently, and taking it over.</summary>
public sealed partial class RebaseCard
{
    private readonly Dictionary<string, RebaseChoice> choices = [];
    private IReadOnlyList<RuleConflict> conflicts = [];
    private string? fault;

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal RuleBook Book { get; set; } = default!;

    [Inject]
    internal RebaseDraft Take { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DraftView View { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    // A choice may bring up another conflict, so they are found again with those made.
    protected override void OnParametersSet() => conflicts = Rebase.Of(Book, View.Base, View.Set, View.Active, choices).Conflicts;

    private string TitleOf(RuleConflict conflict)
    {
        var (words, change) = (new ChangeWords(Text, Rules, Book), conflict.Ours.Concat(conflict.Theirs).First());
        if (conflict.Rule == RuleChange.WholeSet) return words.SettingOf(conflict.Rule, conflict.Setting);
        return conflict.Setting == RuleChange.WholeTier ? words.RuleOf(change) : Text["Conflict", words.RuleOf(change), words.SettingOf(conflict.Rule, conflict.Setting)];
    }

    private async Task TakeOverAsync()
    {
        if (conflicts.Any(conflict => !choices.ContainsKey(conflict.Key)))
        {
            fault = Text["Rebase_Choose"];
            return;
        }

        var done = await Take.RunAsync(View.Draft.DraftId, View.Draft.Revision, View.ActiveVersion, choices, await CurrentActor.GetAsync(), CancellationToken.None);
        fault = done.Refusal is { } refusal ? Shared.Of(refusal) : null;
        OnParametersSet();
    }
}
