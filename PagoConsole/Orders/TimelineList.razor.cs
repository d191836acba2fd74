using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Journal;
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

    private IEnumerable<JournalEntry> Shown => Entries.Reverse().Take(Most);
}
