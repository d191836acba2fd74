using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>Money seen for an order, what waits for finance, and what went back.</summary>
public sealed partial class MoneyCard
{
    private bool mayDecide;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal SettleMoneyCase Settle { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    protected override async Task OnInitializedAsync() => mayDecide = (await CurrentActor.GetAsync()).May(Permission.DecideMoney);

    private async Task SettleAsync(MoneyCase open, MoneyChoice choice)
    {
        var question = new NoteQuestion(
            Text[$"MoneyChoice_{choice}_Do"], Text[$"MoneyChoice_{choice}_What", MoneyFormat.Of(open.Amount)], Text["Note"], Text[$"MoneyChoice_{choice}_Do"], NoteNeeded: true);
        var done = await NoteDialog.AskAsync(
            Dialogs,
            question,
            async note => (await Settle.RunAsync(open.CaseId, choice, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }
}
