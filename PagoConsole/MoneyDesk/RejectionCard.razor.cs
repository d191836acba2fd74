using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>That risk had rejected the order, and by which reasons: whoever reinstates it must have read them.</summary>
public sealed partial class RejectionCard
{
    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Rejection Rejection { get; set; }
}
