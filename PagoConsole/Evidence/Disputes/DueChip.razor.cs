using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>How long there is until a date: it counts down, and says when it is past.</summary>
public sealed partial class DueChip : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(48);
    private IDisposable? beat;

    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Inject]
    internal RelativeClock Clock { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DateTimeOffset At { get; set; }

    private TimeSpan Left => At - Clock.Now;

    private string Words => (Left < TimeSpan.Zero, Left.Duration()) switch
    {
        (true, { TotalDays: >= 1 } over) => Text["Due_DaysOver", (int)over.TotalDays],
        (true, var over) => Text["Due_HoursOver", (int)over.TotalHours],
        (false, { TotalDays: >= 2 } left) => Text["Due_Days", (int)left.TotalDays],
        (false, { TotalHours: >= 1 } left) => Text["Due_Hours", (int)left.TotalHours],
        (false, var left) => Text["Due_Minutes", (int)left.TotalMinutes],
    };

    private Tone Tone => Left < TimeSpan.Zero ? Tone.Bad : Left < Soon ? Tone.Waiting : Tone.Neutral;

    private string Icon => Left < TimeSpan.Zero ? Icons.Material.Outlined.ReportGmailerrorred : Left < Soon ? Icons.Material.Outlined.HourglassBottom : Icons.Material.Outlined.Schedule;

    public void Dispose() => beat?.Dispose();

    protected override void OnInitialized() => beat = Clock.Listen(() => InvokeAsync(StateHasChanged));
}
