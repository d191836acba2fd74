using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Callbacks;

/// <summary>Says that the marketplace is down, and what becomes of what waits.</summary>
public sealed partial class CircuitNotice
{
    [Inject]
    internal IStringLocalizer<CallbacksText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CallbackCircuitState State { get; set; }
}
