using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Gateway;

/// <summary>How PagoEfectivo does: every call, the circuit, what waits because of it, and what becomes of vouchers.</summary>
public sealed partial class GatewayPage
{
    private GatewayView? view;
    private VoucherView? vouchers;
    private MissedView? missed;
    private bool mayCheck;

    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Inject]
    internal GatewayBoard Board { get; set; } = default!;

    [Inject]
    internal VoucherBoard Vouchers { get; set; } = default!;

    [Inject]
    internal MissedWebhooks Missed { get; set; } = default!;

    [Inject]
    internal GatewayHealth Health { get; set; } = default!;

    /// <summary>Most calls write no journal, and their counts follow within a second.</summary>
    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(5);

    protected override bool Concerns(JournalEntry entry) => entry.Kind is OrderEvents.PaymentDelayed or OrderEvents.RefundUnknown;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Health.CircuitChanged += LookAtOnce;
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Board.ReadAsync(viewer, ct);
        if (!read.Done) return read.Refusal;
        var counted = await Vouchers.ReadAsync(viewer, ct);
        if (!counted.Done) return counted.Refusal;
        var gaps = await Missed.ReadAsync(viewer, ct);
        if (!gaps.Done) return gaps.Refusal;
        (view, vouchers, missed, mayCheck) = (read.Value, counted.Value, gaps.Value, viewer.May(Permission.ManageJobs));
        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Health.CircuitChanged -= LookAtOnce;
        base.Dispose(disposing);
    }

    private void LookAtOnce() => _ = InvokeAsync(() => Ended.IsCancellationRequested ? Task.CompletedTask : ReloadAsync());
}
