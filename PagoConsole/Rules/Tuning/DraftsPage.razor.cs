using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>The drafts of the rules: whose they are, what they change, and what they wait for.</summary>
public sealed partial class DraftsPage
{
    private IReadOnlyList<DraftLine> lines = [];
    private bool mayChange;

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal DraftBook Drafts { get; set; } = default!;

    [Inject]
    internal OpenDraft Open { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    protected override bool Concerns(JournalEntry entry) => entry.Stream == RuleEvents.Stream;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Drafts.ReadAllAsync(viewer, ct);
        if (read.Done) (lines, mayChange) = (read.Value, viewer.May(Permission.ChangeRules));
        return read.Refusal;
    }

    private async Task AddAsync()
    {
        if (await NewDraft.GoAsync(Open, another: true, null, CurrentActor, Text, Time, Navigation) is { } refusal) Snackbar.Add(Shared.Of(refusal), Severity.Error);
    }
}
