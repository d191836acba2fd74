using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Seals;

namespace PagoConsole.Evidence.Seals;

/// <summary>What a check found that does not hold, each with where it is.</summary>
public sealed partial class FaultList
{
    [Inject]
    internal IStringLocalizer<SealsText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required EvidenceVerdict Verdict { get; set; }
}
