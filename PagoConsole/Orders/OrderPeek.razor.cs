using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;

namespace PagoConsole.Orders;

/// <summary>An order in short, beside the list.</summary>
public sealed partial class OrderPeek
{
    private OrderFileView? file;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal OrderFile Files { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string OrderId { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.OrderId == OrderId;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Files.ReadAsync(OrderId, viewer, ct);
        if (read.Done) file = read.Value;
        return read.Refusal;
    }
}
