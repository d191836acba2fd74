using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>An instant as a clock shows it, for feeds where rows follow each other by seconds; with its date when that is not today.</summary>
public sealed partial class InstantClock
{
    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public DateTimeOffset Value { get; set; }

    private DateTimeOffset Now => Time.GetUtcNow();
}
