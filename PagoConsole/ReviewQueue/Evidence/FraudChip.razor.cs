using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Rules;

namespace PagoConsole.ReviewQueue.Evidence;

/// <summary>What an order turned out to be, once somebody has said; nothing until then.</summary>
public sealed partial class FraudChip
{
    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public bool? Fraud { get; set; }
}
