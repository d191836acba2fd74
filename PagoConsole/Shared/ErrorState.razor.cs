using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>Something failed: what happened, that nothing was changed, what to do next, the reference to quote.</summary>
public sealed partial class ErrorState
{
    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public string? Body { get; set; }

    /// <summary>The identifier under which the log has the failure.</summary>
    [Parameter]
    public string? Reference { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }
}
