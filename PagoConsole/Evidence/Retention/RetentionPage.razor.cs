using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Retention;

/// <summary>What is kept for how long and by which norm, what would be erased now, what is held, and what was erased.</summary>
public sealed partial class RetentionPage
{
    private RetentionView? view;
    private IReadOnlyList<LegalHold> holds = [];
    private bool mayHold;

    [Inject]
    internal IStringLocalizer<RetentionText> Text { get; set; } = default!;

    [Inject]
    internal RetentionBook Book { get; set; } = default!;

    [Inject]
    internal HoldBook Holds { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    /// <summary>How far a run is, is told by no journal.</summary>
    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(5);

    protected override bool Concerns(JournalEntry entry) =>
        entry.Kind is RetentionEvents.Started or RetentionEvents.Ended || entry.Kind.StartsWith(HoldEvents.Prefix, StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        mayHold = viewer.May(Permission.HoldOrders);
        var read = await Book.ReadAsync(viewer, ct);
        if (!read.Done) return read.Refusal;
        var held = await Holds.ReadAsync(viewer, ct);
        if (!held.Done) return held.Refusal;
        (view, holds) = (read.Value, held.Value);
        return null;
    }

    private async Task HoldAsync()
    {
        if (await HoldDialog.AskAsync(Dialogs, Text["Hold_Place"])) await ReloadAsync();
    }
}
