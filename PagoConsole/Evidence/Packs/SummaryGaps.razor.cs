using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Chain;

namespace PagoConsole.Evidence.Packs;

/// <summary>What a chain of evidence lacks, in sentences.</summary>
public sealed partial class SummaryGaps
{
    [Inject]
    internal IStringLocalizer<PackText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required EvidenceChainView Chain { get; set; }
}
