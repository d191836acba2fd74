using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>The versions of the rules: when, by whom, why, what each changed, any two side by side, and the way back.</summary>
public sealed partial class VersionsPage
{
    private List<RuleVersion> versions = [];
    private IReadOnlyList<RuleChange> compared = [];
    private int active;
    private int left;
    private int right;
    private bool mayChange;

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal VersionBook Book { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    /// <summary>The older of the two that are compared.</summary>
    [SupplyParameterFromQuery(Name = "left")]
    public int? Left { get; set; }

    /// <summary>The newer.</summary>
    [SupplyParameterFromQuery(Name = "right")]
    public int? Right { get; set; }

    private IEnumerable<int> Numbers => Enumerable.Range(1, active).Reverse();

    protected override bool Concerns(JournalEntry entry) => entry.Kind is RuleEvents.Published or RuleEvents.Restored;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Book.ReadAsync(null, viewer, ct);
        if (!read.Done) return read.Refusal;
        versions = [.. read.Value];
        (active, mayChange) = (versions[0].Row.Version, viewer.May(Permission.ChangeRules));
        (left, right) = (Left ?? Math.Max(1, active - 1), Right ?? active);
        var both = await Book.CompareAsync(right, left, viewer, ct);
        if (both.Done) compared = both.Value.Changes;
        return both.Refusal;
    }

    private string NameOf(int number) => Text[number == active ? "Version_Active" : "Version", number];

    private void Pick(ChangeEventArgs change, int other) => Go(Number(change), other);

    private void Pick(int other, ChangeEventArgs change) => Go(other, Number(change));

    private static int Number(ChangeEventArgs change) => int.Parse(change.Value?.ToString() ?? "1", CultureInfo.InvariantCulture);

    private void Go(int one, int two) => Navigation.NavigateTo(ConsoleUrls.RuleVersions(one, two));

    private async Task OlderAsync()
    {
        var read = await Book.ReadAsync(versions[^1].Row.Version, await CurrentActor.GetAsync(), Ended);
        if (read.Done) versions.AddRange(read.Value);
    }

    private async Task RestoreAsync(int version)
    {
        if (await RestoreDialog.AskAsync(Dialogs, Text, version, active)) await ReloadAsync();
    }
}
