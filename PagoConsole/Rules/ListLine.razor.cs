using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>One entry of a list.</summary>
public sealed partial class ListLine
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ListRow Row { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    [Parameter]
    public EventCallback<ListRow> OnRemove { get; set; }
}
