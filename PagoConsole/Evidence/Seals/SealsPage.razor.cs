using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Seals;

/// <summary>The daily seals: what was sealed, signed by which key, and whether it still holds.</summary>
public sealed partial class SealsPage
{
    private List<DailySeal> seals = [];
    private int shown = SealBook.PageSize;
    private EvidenceCheck? check;

    [Inject]
    internal IStringLocalizer<SealsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal SealBook Book { get; set; } = default!;

    [Inject]
    internal EvidenceChecks Checks { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    protected override bool Concerns(JournalEntry entry) => entry.Kind is SealEvents.Made or SealEvents.Checked;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = new List<DailySeal>();
        while (read.Count < shown)
        {
            var page = await Book.ReadAsync(viewer, read.Count == 0 ? null : read[^1].Day, ct);
            if (!page.Done) return page.Refusal;
            read.AddRange(page.Value);
            if (page.Value.Count < SealBook.PageSize) break;
        }

        (seals, check) = (read, check ?? Checks.Of(viewer));
        return null;
    }

    private async Task CheckAsync()
    {
        var started = await Checks.StartAsync(await CurrentActor.GetAsync(), Ended);
        if (started.Done) check = started.Value;
        else Snackbar.Add(Words.Of(started.Refusal!), Severity.Error);
    }

    private Task MoreAsync()
    {
        shown += SealBook.PageSize;
        return ReloadAsync();
    }

    private void Forget() => check = null;

    private string TitleOf(BatchRun run)
    {
        if (run.Working) return Text["Check_Working", run.Seen.ToString("N0", CultureInfo.CurrentCulture), run.Of.ToString("N0", CultureInfo.CurrentCulture)];
        if (check?.Verdict is not { } verdict) return Text[run.Failed ? "Check_Failed" : "Check_Stopped"];
        return verdict.Holds
            ? Text["Check_Holds", verdict.Journal.Entries.ToString("N0", CultureInfo.CurrentCulture), verdict.Seals.Seals.ToString("N0", CultureInfo.CurrentCulture)]
            : Text.Count("Check_Faults", verdict.Faults);
    }
}
