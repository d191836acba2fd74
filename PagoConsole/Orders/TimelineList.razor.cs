using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Review;
using PagoConsole.Events;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>What happened to an order, newest first.</summary>
public sealed partial class TimelineList
{
    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<EventsText> Verdicts { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<JournalEntry> Entries { get; set; }

    [Parameter]
    public int Most { get; set; } = int.MaxValue;

    /// <summary>What people wrote, by the entry's position.</summary>
    [Parameter]
    public IReadOnlyDictionary<long, string> Notes { get; set; } = new Dictionary<long, string>();

    private IEnumerable<JournalEntry> Shown => WithoutGlances().Reverse().Take(Most);

    /// <summary>Somebody who took a case and let go of it next did nothing in between; that stands in the journal, and would drown what was done.</summary>
    private IEnumerable<JournalEntry> WithoutGlances() => Entries.Where((entry, at) =>
        !(entry.Kind == ReviewEvents.Claimed && at + 1 < Entries.Count && IsGlance(entry, Entries[at + 1]))
        && !(entry.Kind == ReviewEvents.Released && at > 0 && IsGlance(Entries[at - 1], entry)));

    private static bool IsGlance(JournalEntry claimed, JournalEntry released) =>
        claimed.Kind == ReviewEvents.Claimed && released.Kind == ReviewEvents.Released && claimed.Actor == released.Actor;
}
