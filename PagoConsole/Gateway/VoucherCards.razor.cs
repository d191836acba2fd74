using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;

namespace PagoConsole.Gateway;

/// <summary>How many vouchers were paid and how soon, by the day on which they were made and by amount.</summary>
public sealed partial class VoucherCards
{
    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required VoucherView View { get; set; }
}
