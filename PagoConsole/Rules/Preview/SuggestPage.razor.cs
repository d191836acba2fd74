using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Rules.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Preview;

/// <summary>Searches better thresholds in the background, and shows what they do before anything is taken over.</summary>
public sealed partial class SuggestPage
{
    private RuleSetView? view;
    private Actor? viewer;
    private SuggestionMade? found;
    private Refusal? refusal;

    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal RulesInForce InForce { get; set; } = default!;

    [Inject]
    internal SuggestRules Suggest { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<TuningText> Tuning { get; set; } = default!;

    [Inject]
    internal OpenDraft Open { get; set; } = default!;

    [Inject]
    internal EditDraft Edit { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    private BatchRun? Run => viewer is null ? null : Suggest.Of(viewer);

    protected override bool Concerns(JournalEntry entry) => entry.Stream == "rules";

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var inForce = await InForce.ReadAsync(viewer, ct);
        if (!inForce.Done) return inForce.Refusal;
        (view, this.viewer, found) = (inForce.Value, viewer, Suggest.FoundFor(viewer));
        return null;
    }

    private void Start(SuggestWish wish)
    {
        found = null;
        refusal = Suggest.Start(new SuggestQuery(view!.Set, wish.Days, new(wish.Precision)), viewer!).Refusal;
    }

    // Into one's open draft of the version in force, or a new one; what the draft says of the same settings is replaced.
    private async Task TakeAsync(IReadOnlyList<SuggestedSetting> chosen)
    {
        var draft = await Open.RunAsync(NewDraft.TitleOf(viewer!, Tuning, Time), another: false, viewer!, CancellationToken.None);
        if ((refusal = draft.Refusal) is not null) return;
        var (set, id) = (draft.Value.ReadSet(), draft.Value.DraftId);
        refusal = (await Edit.RunAsync(id, draft.Value.Revision, RuleChanges.Between(set, SuggestedRules.Apply(set, chosen)), viewer!, CancellationToken.None)).Refusal;
        if (refusal is null) Navigation.NavigateTo(ConsoleUrls.RuleDraft(id, onlyChanged: true));
    }

    private void Forget() => Suggest.Forget(viewer!);

    private string TitleOf(BatchRun run) => run switch
    {
        { Working: true } => Text["Suggest_Working", ((double)run.Seen / run.Of).ToString("P0", CultureInfo.CurrentCulture)],
        { Failed: true } => Text["Suggest_Failed"],
        { Did: > 0 } => Text["Suggest_Done"],
        _ => Text["Suggest_Stopped"],
    };
}
