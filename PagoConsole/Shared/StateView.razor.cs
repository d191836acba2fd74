using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>Shows a page's content, or why there is none yet.</summary>
public sealed partial class StateView
{
    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required PageState State { get; set; }

    /// <summary>The shape of the page while it loads, where rows of a table are not it.</summary>
    [Parameter]
    public RenderFragment? Skeleton { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
