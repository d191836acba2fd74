using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>Opens a dispute of which the marketplace has told nothing, such as one that came by letter.</summary>
public sealed partial class OpenDisputeDialog
{
    private string reason = "";
    private DateOnly? due;
    private string amount = "";
    private string? fault;
    private bool busy;

    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal OpenDispute Open { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Order Order { get; set; }

    /// <summary>Opens it.</summary>
    /// <returns>Whether a dispute was opened.</returns>
    internal static async Task<bool> AskAsync(IDialogService dialogs, string title, Order order)
    {
        var shown = await dialogs.ShowAsync<OpenDisputeDialog>(
            title, new DialogParameters<OpenDisputeDialog> { { dialog => dialog.Order, order } }, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return await shown.Result is { Canceled: false };
    }

    private async Task OpenAsync()
    {
        if (busy) return;
        Money money = default;
        fault = string.IsNullOrWhiteSpace(reason) ? Text["Fault_reason"].Value
            : amount.Trim().Length > 0 && (!Money.TryParse(amount.Trim(), Order.Currency, out money) || money.Minor <= 0 || money.Minor > Order.AmountMinor) ? Text["Outcome_AmountFault"].Value
            : due is { } day && Lima.StartOf(day.AddDays(1)) <= Time.GetUtcNow() ? Text["Fault_answerBy"].Value : null;
        if (fault is not null) return;
        busy = true;
        var now = Time.GetUtcNow();
        var content = new DisputeContent(reason.Trim(), now, due is { } on ? Lima.StartOf(on.AddDays(1)).AddSeconds(-1) : null, amount.Trim().Length > 0 ? money.Amount : null);
        var opened = await Open.RunAsync(Order.OrderId, content, await CurrentActor.GetAsync(), Ids.New("req", now), CancellationToken.None);
        busy = false;
        if (opened.Refusal is { } refusal) fault = Words.Of(refusal);
        else Dialog?.Close(DialogResult.Ok(true));
    }
}
