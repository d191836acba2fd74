using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Overview;

/// <summary>What waits and what went well, each figure a link to its rows.</summary>
public sealed partial class OverviewPage
{
    private const int Latest = 10;

    private static readonly OrderStatus[] Waiting = [OrderStatus.InReview, OrderStatus.AwaitingPayment, OrderStatus.PaidLate, OrderStatus.RefundRequested];
    private static readonly OrderStatus[] Done = [OrderStatus.Paid, OrderStatus.Shipped, OrderStatus.Delivered, OrderStatus.Expired, OrderStatus.Cancelled, OrderStatus.Rejected, OrderStatus.Refunded];

    private IReadOnlyList<OrderStatusCount> counts = [];
    private IReadOnlyList<OrderRow> latest = [];

    [Inject]
    internal IStringLocalizer<OverviewText> Text { get; set; } = default!;

    [Inject]
    internal OrderList List { get; set; } = default!;

    protected override bool Concerns(JournalEntry entry) => entry.OrderId is not null;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var counted = await List.CountAsync(viewer, ct);
        if (!counted.Done) return counted.Refusal;
        var read = await List.ReadAsync(new OrderFilter(), null, viewer, ct);
        if (!read.Done) return read.Refusal;
        (counts, latest) = (counted.Value, [.. read.Value.Rows.Take(Latest)]);
        return null;
    }

    private int CountOf(OrderStatus status) => counts.First(count => count.Status == status).Count;

    private static string HrefOf(OrderStatus status) => ConsoleUrls.Orders(new OrdersFilter { Statuses = [status] });
}
