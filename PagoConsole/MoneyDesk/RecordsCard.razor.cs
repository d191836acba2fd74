using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Orders;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>Three records side by side: what was ordered, what PagoEfectivo says, and the money that was seen.</summary>
public sealed partial class RecordsCard
{
    private bool asking;

    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal LookUpMoney LookUp { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MoneyCaseView View { get; set; }

    [Parameter]
    public bool MayAsk { get; set; }

    /// <summary>PagoEfectivo was asked.</summary>
    [Parameter]
    public EventCallback OnAsked { get; set; }

    private string Told => Orders[$"PaymentStatus_{View.Case.LookedUp}"];

    private async Task AskAsync()
    {
        asking = true;
        var before = View.Case.LookedUpAt;
        var asked = await LookUp.RunAsync(View.Case.CaseId, await CurrentActor.GetAsync(), CancellationToken.None);
        asking = false;
        if (asked.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        else if (asked.Value.LookedUpAt == before) Snackbar.Add(Text["Ask_NoAnswer"], Severity.Warning);
        await OnAsked.InvokeAsync();
    }
}
