using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>How a case ended, and the payable code once there is one.</summary>
public sealed partial class CaseOutcome
{
    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }
}
