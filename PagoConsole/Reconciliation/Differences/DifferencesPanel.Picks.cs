using Microsoft.AspNetCore.Components;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <content>What is selected, and what is done with all of it.</content>
public sealed partial class DifferencesPanel
{
    private readonly HashSet<string> selected = new(StringComparer.Ordinal);
    private string? anchor;
    private int runs;

    [Inject]
    internal WorkManyDifferences Many { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal Microsoft.Extensions.Localization.IStringLocalizer<SharedText> Words { get; set; } = default!;

    private bool Working => viewer is not null && Many.Of(viewer)?.Working == true;

    private bool AllShown => selected.Count > 0 && page.Rows.All(row => selected.Contains(row.DifferenceId));

    /// <summary>Ticks or unticks one; with shift all from the last one ticked to here.</summary>
    private void Pick((string DifferenceId, bool Range) picked)
    {
        var ids = page.Rows.Select(row => row.DifferenceId).ToList();
        var (from, to) = (anchor is null ? -1 : ids.IndexOf(anchor), ids.IndexOf(picked.DifferenceId));
        if (to < 0) return;
        var on = !selected.Contains(picked.DifferenceId);
        foreach (var id in picked.Range && from >= 0 ? ids[Math.Min(from, to)..(Math.Max(from, to) + 1)] : [picked.DifferenceId])
        {
            if (on) selected.Add(id);
            else selected.Remove(id);
        }

        anchor = picked.DifferenceId;
    }

    private void PickShown()
    {
        if (AllShown) ClearPicks();
        else selected.UnionWith(page.Rows.Select(row => row.DifferenceId));
    }

    private async Task PickAllAsync()
    {
        var viewer = await CurrentActor.GetAsync();
        var all = await List.IdsAsync(Filter.ToCore(From, To, viewer), WorkManyDifferences.Most, viewer, Ended);
        if (all.Done) selected.UnionWith(all.Value);
    }

    private void ClearPicks()
    {
        selected.Clear();
        anchor = null;
    }

    private async Task DoAsync(ManyWish wish)
    {
        var ids = selected.ToList();
        Refusal? refusal;
        if (wish.To is { } state)
        {
            var name = Text[$"Decide_{state}"].Value;
            var done = await NoteDialog.AskAsync(
                Dialogs,
                new NoteQuestion(name, Text[$"Many_{state}", ids.Count], Text["Note"], name, NoteNeeded: true, Dangerous: state == DifferenceState.WrittenOff),
                async note => Many.Start(ids, new ManyDifferences.Decide(new DifferenceDecision(state, note)), await CurrentActor.GetAsync()).Refusal);
            if (!done) return;
            refusal = null;
        }
        else
        {
            refusal = Many.Start(ids, new ManyDifferences.Assign(wish.Owner), await CurrentActor.GetAsync()).Refusal;
        }

        if (refusal is not null) Snackbar.Add(Words.Of(refusal), Severity.Error);
        else ClearPicks();
        runs++;
    }

    private string TitleOf(BatchRun run) => (run.Working, run.Failed, run.Did == run.Seen) switch
    {
        (true, _, _) => Text["Run_Working", run.Seen, run.Of],
        (false, true, _) => Text["Run_Failed", run.Did, run.Of],
        (false, false, true) => Text["Run_Done", run.Did],
        _ => Text["Run_Partly", run.Did, run.Seen - run.Did],
    };
}

/// <summary>What somebody wants done with all that is selected.</summary>
/// <param name="To">The state that they shall have; null assigns them instead.</param>
/// <param name="Owner">Who shall work on them, as an actor's signature; null releases them.</param>
public sealed record ManyWish(DifferenceState? To, string? Owner = null);
