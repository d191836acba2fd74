using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Gateway;
using PagoConsole.Shared;

namespace PagoConsole.Overview;

/// <summary>How PagoEfectivo did in the last hour, in short.</summary>
public sealed partial class GatewayCard
{
    [Inject]
    internal IStringLocalizer<OverviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<GatewayText> Calls { get; set; } = default!;

    [Parameter, EditorRequired]
    public required GatewayView View { get; set; }

    private string Waiting()
    {
        var (calls, due) = (View.Waits.Commands.Sum(command => command.Waits.Count), View.Waits.Due.Count);
        var parts = new List<string>();
        if (calls > 0) parts.Add(Text.Count("Gateway_WaitingCalls", calls));
        if (due > 0) parts.Add(Text.Count("Gateway_WaitingDue", due));
        if (View.Waits.Polls.Count > 0) parts.Add(Text.Count("Gateway_WaitingPolls", View.Waits.Polls.Count));
        return string.Join(" · ", parts);
    }
}
