using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Effort;
using PagoConsole.Core.Risk.Preview;

namespace PagoConsole.Rules.Preview;

/// <summary>What a draft changes, in words.</summary>
public sealed partial class PreviewSentences
{
    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RulePreview Preview { get; set; }

    [Parameter]
    public ReviewEffort? Effort { get; set; }
}
