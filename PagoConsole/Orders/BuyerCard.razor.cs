using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>Who buys: masked, until somebody who may says why they need to see it; that is journalled.</summary>
public sealed partial class BuyerCard
{
    private OrderContent? unmasked;
    private bool seesAudit;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal UnmaskOrder Unmask { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    /// <summary>Somebody said why they need to see it.</summary>
    [Parameter]
    public EventCallback OnUnmasked { get; set; }

    private OrderContent Shown => unmasked ?? File.Content;

    protected override async Task OnInitializedAsync() => seesAudit = (await CurrentActor.GetAsync()).May(Permission.SeeAudit);

    /// <summary>What there is, or why there is nothing.</summary>
    private string Or(string? value) => !string.IsNullOrEmpty(value) ? value : Shown.ErasedUnder is { } run ? Words["Erased_Under", run] : "–";

    private static string AddressOf(OrderAddress address) => string.Join(
        ", ",
        new[] { address.Line1, address.Line2, address.District, address.Province, address.Region, address.PostalCode, address.Country }
            .Where(part => !string.IsNullOrWhiteSpace(part)));

    private async Task<Refusal?> UnmaskAsync(string reason, Actor by)
    {
        var result = await Unmask.RunAsync(File.Order.OrderId, reason, by, CancellationToken.None);
        if (result.Done) unmasked = result.Value;
        return result.Refusal;
    }
}
