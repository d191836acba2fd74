using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Lists;

/// <summary>The orders that met a list entry, newest first.</summary>
public sealed partial class EntryHits
{
    private IReadOnlyList<ListHitOrder> orders = [];
    private string? whole;

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<ListsText> Words { get; set; } = default!;

    [Inject]
    internal ListHits Hits { get; set; } = default!;

    [Inject]
    internal UnmaskListEntry Unmask { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ListRow Row { get; set; }

    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(5);

    protected override bool Concerns(JournalEntry entry) => false;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Hits.ReadAsync(Row.Entry.EntryId, viewer, ct);
        if (read.Done) orders = read.Value;
        return read.Refusal;
    }

    private async Task<Refusal?> UnmaskAsync(string reason, Actor by)
    {
        var shown = await Unmask.RunAsync(Row.Entry.EntryId, reason, by, CancellationToken.None);
        if (shown.Done) whole = shown.Value.Value;
        return shown.Refusal;
    }
}
