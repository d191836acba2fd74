using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>What this person may do with this order now, in one place.</summary>
public sealed partial class OrderActions
{
    private Actor? viewer;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal RequestRefund Refund { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool MaySeeCase => viewer?.May(Permission.SeeReviews) == true && File.Review is not null;

    private bool MayRefundNow => viewer?.May(Permission.Refund) == true && !File.Order.Imported && File.Order.Status.HasMoney() && File.Order.Status != OrderStatus.RefundRequested;

    protected override async Task OnInitializedAsync() => viewer = await CurrentActor.GetAsync();

    private async Task RefundAsync()
    {
        var amount = File.Order.Amount;
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Refund_Title"], Text["Refund_What", MoneyFormat.Of(amount)], Text["Refund_Reason"], Text["Refund_Do"], NoteNeeded: true, Dangerous: true),
            async reason => (await Refund.RunAsync(
                File.Order.OrderId, amount.Amount, reason, null, await CurrentActor.GetAsync(), Ids.New("req", Time.GetUtcNow()), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }
}
