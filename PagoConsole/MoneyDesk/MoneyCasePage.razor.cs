using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Orders;

namespace PagoConsole.MoneyDesk;

/// <summary>One money case: what happened, what was ordered against what PagoEfectivo says, what can be done about it, and who did what.</summary>
public sealed partial class MoneyCasePage
{
    private MoneyCaseView? view;
    private Actor? viewer;
    private bool mayDecide;
    private DecidedNotice? notice;

    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Inject]
    internal MoneyCaseFile Files { get; set; } = default!;

    [Parameter]
    public required string CaseId { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.OrderId is { } orderId && (view is null || view.Order.OrderId == orderId);

    private async Task DoneAsync(bool decided)
    {
        await ReloadAsync();
        if (decided && notice is not null && view is not null) await notice.TellAsync(view.Case);
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        this.viewer = viewer;
        mayDecide = viewer.May(Permission.DecideMoney);
        var read = await Files.ReadAsync(CaseId, viewer, ct);
        if (!read.Done) return read.Refusal;
        view = read.Value;
        return null;
    }
}
