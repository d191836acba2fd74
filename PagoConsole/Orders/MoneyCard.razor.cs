using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>Money seen for an order, what waits for finance, and what went back.</summary>
public sealed partial class MoneyCard
{
    private bool maySee;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    protected override async Task OnInitializedAsync() => maySee = (await CurrentActor.GetAsync()).May(Permission.SeeMoney);
}
