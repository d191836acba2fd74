using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Review;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>What the marketplace was asked, and what it answered.</summary>
public sealed partial class CaseQuestion
{
    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }

    [Parameter, EditorRequired]
    public required string Question { get; set; }

    private bool IsPaused => View.Case.IsPausedAt(View.At);

    private DateTimeOffset? AskedAt => View.File.Timeline.LastOrDefault(entry => entry.Kind == ReviewEvents.InformationRequested)?.At;
}
