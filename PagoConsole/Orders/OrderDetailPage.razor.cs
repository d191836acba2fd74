using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;

namespace PagoConsole.Orders;

/// <summary>All that the console knows of one order; it follows what happens to it.</summary>
public sealed partial class OrderDetailPage
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private OrderFileView? file;
    private bool lookingAgain;
    private bool seesDifferences;
    private string? unmasked;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal OrderFile Files { get; set; } = default!;

    [Parameter]
    public required string OrderId { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.OrderId == OrderId;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Files.ReadAsync(OrderId, viewer, ct);
        if (!read.Done) return read.Refusal;
        (file, seesDifferences) = (Shown(read.Value), viewer.May(Permission.SeeMoney) || viewer.May(Permission.SeeReviews));
        _ = LookAgainAsync();
        return null;
    }

    /// <summary>Whoever said why they need the buyer's data reads what was written about the order whole, too.</summary>
    private void UnmaskWords()
    {
        unmasked = OrderId;
        if (file is not null) file = Shown(file);
    }

    private OrderFileView Shown(OrderFileView read) => unmasked == read.Order.OrderId ? read with { Words = FreeWords.Unmasked } : read;

    /// <summary>A delivered message and a further try at PagoEfectivo are no journal entries, so while some are on their way the page looks again.</summary>
    private async Task LookAgainAsync()
    {
        var onTheirWay = file!.Callbacks.Any(message => message.State == OutboxState.Waiting) || file.Commands.Any(command => command.State == CommandState.Waiting);
        if (!onTheirWay || lookingAgain) return;
        lookingAgain = true;
        await Task.Delay(LookAgain, Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        lookingAgain = false;
        if (!Ended.IsCancellationRequested) await ReloadAsync();
    }
}
