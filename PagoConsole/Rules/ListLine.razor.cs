using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Rules.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>One entry of a list.</summary>
public sealed partial class ListLine
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<ListsText> Words { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ListRow Row { get; set; }

    /// <summary>The list with the orders of this entry beside it.</summary>
    [Parameter, EditorRequired]
    public required string Href { get; set; }

    /// <summary>All that its owner answers for.</summary>
    [Parameter, EditorRequired]
    public required string OwnerHref { get; set; }

    /// <summary>Whether its orders are open.</summary>
    [Parameter]
    public bool Selected { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    [Parameter]
    public EventCallback<ListRow> OnRemove { get; set; }
}
