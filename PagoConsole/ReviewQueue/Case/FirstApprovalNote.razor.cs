using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>What the first of two approved, and why, for the second to judge.</summary>
public sealed partial class FirstApprovalNote
{
    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }
}
