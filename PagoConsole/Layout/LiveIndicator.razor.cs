using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Shared;

namespace PagoConsole.Layout;

/// <summary>Connected, catching up, paused, or lost; the last is drawn by the browser, which alone can know it.</summary>
public sealed partial class LiveIndicator : IDisposable
{
    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal LiveState State { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    private string Word => State.ShownAt is { } at && State.Freshness != Freshness.Live
        ? $"{Text[$"Live_{State.Freshness}"]} {TimeZoneInfo.ConvertTime(at, Browser.Zone):T}"
        : Text[$"Live_{State.Freshness}"];

    public void Dispose() => State.Changed -= OnChanged;

    protected override void OnInitialized() => State.Changed += OnChanged;

    private void OnChanged() => _ = InvokeAsync(StateHasChanged);
}
