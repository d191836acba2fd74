using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Events;
using PagoConsole.Orders;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>What happened to a difference, newest first: who, from which state to which, and why.</summary>
public sealed partial class DifferenceTimeline
{
    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<EventsText> Verdicts { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<NotedEntry> Entries { get; set; }

    [Parameter]
    public int Most { get; set; } = int.MaxValue;

    private string SentenceOf(JournalEntry entry)
    {
        var sentence = Orders.SentenceOf(entry, Verdicts);
        using var data = JsonDocument.Parse(entry.Data);
        string? Word(string name) => data.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return entry.Kind switch
        {
            DifferenceEvents.Decided => Text["Said_Decided", State(Word("from")), State(Word("to"))],
            DifferenceEvents.Mended => Text[$"Mended_{Word("how")}"],
            DifferenceEvents.Assigned => Text["Said_Assigned", Person(Word("to"))],
            DifferenceEvents.LookedUp => Text["Said_LookedUp", Orders[$"PaymentStatus_{Word("answer")}"] is { ResourceNotFound: false } status ? status.Value : Word("answer") ?? "–"],
            _ => sentence,
        };
    }

    private string State(string? state) => state is null ? "–" : Text[$"State_{state}"];

    private static string Person(string? signature) => signature?.Split(':', 2)[^1] ?? "–";
}
