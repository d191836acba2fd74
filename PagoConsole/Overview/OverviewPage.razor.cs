using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Core.Overview.Needs;
using PagoConsole.Shared;

namespace PagoConsole.Overview;

/// <summary>Today beside other days, what needs someone now, and how PagoEfectivo does; each figure a link to its rows.</summary>
public sealed partial class OverviewPage
{
    private TodayView? today;
    private IReadOnlyList<Need> needs = [];
    private GatewayView? gateway;

    [Inject]
    internal IStringLocalizer<OverviewText> Text { get; set; } = default!;

    [Inject]
    internal TodayBoard Today { get; set; } = default!;

    [Inject]
    internal NeedList Needs { get; set; } = default!;

    [Inject]
    internal GatewayBoard Gateway { get; set; } = default!;

    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(15);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var counted = await Today.ReadAsync(viewer, ct);
        if (!counted.Done) return counted.Refusal;
        var needed = await Needs.ReadAsync(viewer, ct);
        if (!needed.Done) return needed.Refusal;
        var health = await Gateway.ReadAsync(viewer, ct);
        if (!health.Done) return health.Refusal;
        (today, needs, gateway) = (counted.Value, needed.Value, health.Value);
        return null;
    }
}
