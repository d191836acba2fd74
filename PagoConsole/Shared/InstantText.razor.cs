using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>An instant: how long ago it is, exact in two zones on hover, copied by a click.</summary>
public sealed partial class InstantText : IDisposable
{
    private IDisposable? beat;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Inject]
    internal RelativeClock Clock { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public DateTimeOffset? Value { get; set; }

    /// <summary>Date and time to the second instead of the distance from now.</summary>
    [Parameter]
    public bool Exact { get; set; }

    public void Dispose() => beat?.Dispose();

    protected override void OnParametersSet()
    {
        if (!Exact) beat ??= Clock.Listen(() => InvokeAsync(StateHasChanged));
    }

    private string Shown(DateTimeOffset value) =>
        Exact ? InstantFormat.Exact(value, Browser.Zone) : InstantFormat.Relative(value, Clock.Now, Browser.Zone, Text);
}
