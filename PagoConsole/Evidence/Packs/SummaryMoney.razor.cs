using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Chain;

namespace PagoConsole.Evidence.Packs;

/// <summary>The money of an order: what was due, came, went back and remains.</summary>
public sealed partial class SummaryMoney
{
    [Inject]
    internal IStringLocalizer<PackText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required EvidenceChainView Chain { get; set; }
}
