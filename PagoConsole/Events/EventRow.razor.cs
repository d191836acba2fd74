using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Events;

/// <summary>One delivery in the feed. Drawn once: a line never changes.</summary>
public sealed partial class EventRow
{
    private (long Seq, bool Selected)? drawn;

    [Inject]
    internal IStringLocalizer<EventsText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required EventLine Line { get; set; }

    [Parameter]
    public bool Selected { get; set; }

    [Parameter, EditorRequired]
    public required string Href { get; set; }

    [Parameter]
    public EventCallback<EventLine> OnOpen { get; set; }

    private string TypeWord => Line.Type is not { } type ? "–" : Text[$"Type_{type}"] is { ResourceNotFound: false } word ? word : type;

    protected override bool ShouldRender()
    {
        if (drawn == (Line.Seq, Selected)) return false;
        drawn = (Line.Seq, Selected);
        return true;
    }
}
