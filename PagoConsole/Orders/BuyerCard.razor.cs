using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>Who buys: masked, until somebody who may says why they need to see it; that is journalled.</summary>
public sealed partial class BuyerCard
{
    private OrderContent? unmasked;
    private bool maySee;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal UnmaskOrder Unmask { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    private OrderContent Shown => unmasked ?? File.Content;

    protected override async Task OnInitializedAsync() => maySee = (await CurrentActor.GetAsync()).May(Permission.SeePersonalData);

    /// <summary>What there is, or why there is nothing.</summary>
    private string Or(string? value) => !string.IsNullOrEmpty(value) ? value : Shown.ErasedUnder is { } run ? Words["Erased_Under", run] : "–";

    private static string AddressOf(OrderAddress address) => string.Join(
        ", ",
        new[] { address.Line1, address.Line2, address.District, address.Province, address.Region, address.PostalCode, address.Country }
            .Where(part => !string.IsNullOrWhiteSpace(part)));

    private Task UnmaskAsync() => NoteDialog.AskAsync(
        Dialogs,
        new NoteQuestion(Text["Unmask_Title"], Text["Unmask_What"], Text["Unmask_Reason"], Text["Unmask"], NoteNeeded: true),
        async reason =>
        {
            var result = await Unmask.RunAsync(File.Order.OrderId, reason, await CurrentActor.GetAsync(), CancellationToken.None);
            if (result.Done) unmasked = result.Value;
            return result.Refusal;
        });
}
