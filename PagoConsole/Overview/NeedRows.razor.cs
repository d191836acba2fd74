using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Admin;
using PagoConsole.Alarms;
using PagoConsole.Core.Overview.Needs;
using PagoConsole.Shared;

namespace PagoConsole.Overview;

/// <summary>What needs someone, the most urgent first, each a click from where it is worked on.</summary>
public sealed partial class NeedRows
{
    private const int Most = 12;

    [Inject]
    internal IStringLocalizer<OverviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<AlarmsText> Alarms { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<JobsText> Jobs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<Need> Needs { get; set; }

    private string SentenceOf(Need need) => need switch
    {
        { Alarm: { } alarm } => Alarms[$"Alarm_{alarm.Kind}"],
        { Job: { } job } => Text[$"Need_{need.Kind}", Jobs.NameOf(job)],
        _ => Text[$"Need_{need.Kind}", need.Count],
    };

    private static Tone ToneOf(NeedUrgency urgency) => urgency switch
    {
        NeedUrgency.Now => Tone.Bad,
        NeedUrgency.Soon => Tone.Waiting,
        NeedUrgency.Today => Tone.Note,
    };

    private static string IconOf(NeedUrgency urgency) => urgency switch
    {
        NeedUrgency.Now => Icons.Material.Outlined.PriorityHigh,
        NeedUrgency.Soon => Icons.Material.Outlined.Schedule,
        NeedUrgency.Today => Icons.Material.Outlined.Today,
    };
}
