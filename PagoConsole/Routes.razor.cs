using Microsoft.AspNetCore.Components;
using PagoConsole.Shared;

namespace PagoConsole;

/// <summary>The root of a circuit: takes what the browser said of itself before any page renders.</summary>
public sealed partial class Routes
{
    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    /// <summary>The browser's time zone, as its cookie has it; null on the very first visit.</summary>
    [Parameter]
    public string? Zone { get; set; }

    protected override void OnInitialized() => Browser.UseZone(Zone);
}
