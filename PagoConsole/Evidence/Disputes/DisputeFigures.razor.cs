using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Disputes;

namespace PagoConsole.Evidence.Disputes;

/// <summary>How the disputes of the last twelve months went: by reason, by outcome, by month.</summary>
public sealed partial class DisputeFigures
{
    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DisputeStatistics Figures { get; set; }
}
