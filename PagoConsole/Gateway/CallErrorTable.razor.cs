using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Orders;

namespace PagoConsole.Gateway;

/// <summary>What went wrong in 24 hours, by call and code.</summary>
public sealed partial class CallErrorTable
{
    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<CallErrors> Errors { get; set; }
}
