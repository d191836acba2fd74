using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Callbacks;

/// <summary>One delivery in the list. Drawn again only when something of it changed.</summary>
public sealed partial class CallbackLine
{
    private (CallbackRow Row, bool Selected, string Href)? drawn;

    [Inject]
    internal IStringLocalizer<CallbacksText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CallbackRow Row { get; set; }

    [Parameter]
    public bool Selected { get; set; }

    [Parameter, EditorRequired]
    public required string Href { get; set; }

    [Parameter]
    public EventCallback<long> OnOpen { get; set; }

    protected override bool ShouldRender()
    {
        if (drawn == (Row, Selected, Href)) return false;
        drawn = (Row, Selected, Href);
        return true;
    }
}
