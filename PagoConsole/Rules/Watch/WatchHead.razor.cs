using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Watch;

namespace PagoConsole.Rules.Watch;

/// <summary>Which version is watched, what is to be said of it, and the way back to the one before.</summary>
public sealed partial class WatchHead
{
    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required WatchView View { get; set; }

    private bool Outside => View.Rates.Any(rate => rate.State == RateState.Outside);
}
