using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Review;
using PagoConsole.ReviewQueue.Queue;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>Where a case stands: how long it may still wait, who has it in hand, what else there is to know at a glance.</summary>
public sealed partial class CaseHead
{
    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<QueueText> Units { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }

    private bool Waits => View.Case.State is ReviewState.Open or ReviewState.AwaitingSecond;

    private DateTimeOffset? PausedUntil => View.Case.IsPausedAt(View.At) ? View.Case.PausedUntil : null;
}
