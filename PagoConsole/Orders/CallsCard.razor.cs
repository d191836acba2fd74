using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;

namespace PagoConsole.Orders;

/// <summary>Every HTTP attempt at PagoEfectivo for an order, ready to copy for support.</summary>
public sealed partial class CallsCard
{
    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<PagoEfectivoOptions> Options { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    private string ResultOf(GatewayCallRow call) => (call.Status, call.Code) switch
    {
        ({ } status, { } code) => $"{status} · {code}",
        ({ } status, null) => $"{status}",
        _ => Text[$"Fault_{call.Fault}"],
    };
}
