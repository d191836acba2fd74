using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>The disputes of an order, and where one is opened by hand.</summary>
public sealed partial class OrderDisputes
{
    private IReadOnlyList<DisputeRow> disputes = [];
    private Actor? viewer;

    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Inject]
    internal DisputeList List { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Order Order { get; set; }

    private bool MayOpen => viewer!.May(Permission.WorkDisputes) && (Order.Status.HasMoney() || Order.Status == OrderStatus.Refunded);

    protected override bool Concerns(JournalEntry entry) => entry.OrderId == Order.OrderId;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        disputes = await List.OfOrderAsync(Order.OrderId, viewer, ct);
        this.viewer = viewer.May(Permission.SeeDisputes) ? viewer : null;
        return null;
    }

    private async Task OpenAsync()
    {
        if (await OpenDisputeDialog.AskAsync(Dialogs, Text["Open_Do"], Order)) await ReloadAsync();
    }
}
