using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Queue;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>What is special about a waiting case.</summary>
public sealed partial class CaseChips
{
    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required QueuedCase Case { get; set; }
}
