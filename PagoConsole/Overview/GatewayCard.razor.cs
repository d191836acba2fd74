using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Gateway;

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

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
