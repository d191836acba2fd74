using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Shared;

namespace PagoConsole.Gateway;

/// <summary>What the circuit breaker towards PagoEfectivo lets through.</summary>
public sealed partial class CircuitChip
{
    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public GatewayCircuit Circuit { get; set; }

    private Tone Tone => Circuit switch
    {
        GatewayCircuit.Closed => Tone.Good,
        GatewayCircuit.HalfOpen => Tone.Waiting,
        GatewayCircuit.Open => Tone.Bad,
    };

    private string Icon => Circuit switch
    {
        GatewayCircuit.Closed => Icons.Material.Outlined.CheckCircle,
        GatewayCircuit.HalfOpen => Icons.Material.Outlined.HourglassEmpty,
        GatewayCircuit.Open => Icons.Material.Outlined.Block,
    };
}
