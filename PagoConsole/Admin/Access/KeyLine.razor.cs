using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Admin.Access;

/// <summary>One key of the list.</summary>
public sealed partial class KeyLine
{
    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ApiKey Key { get; set; }

    [Parameter]
    public EventCallback OnRotate { get; set; }

    [Parameter]
    public EventCallback OnRevoke { get; set; }

    private bool Holds => Key.HoldsAt(Time.GetUtcNow());
}
