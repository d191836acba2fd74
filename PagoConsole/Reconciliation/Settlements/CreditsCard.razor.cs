using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>What the bank booked: entered, uploaded, struck out.</summary>
public sealed partial class CreditsCard
{
    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Inject]
    internal VoidBankCredit Void { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required BankCredits Credits { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private static Money AmountOf(BankCredit credit) => new(credit.AmountMinor, credit.Currency);

    private async Task ChangeAsync(BankCredit credit)
    {
        var what = credit.VoidedAt is null ? "Credit_Void" : "Credit_Restore";
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(
                Text[what], Text[$"{what}_What", MoneyFormat.Of(AmountOf(credit)), SettlementWords.Day(credit.Date)], Text["Credit_Note"], Text[what], NoteNeeded: true,
                Dangerous: credit.VoidedAt is null),
            async note => credit.VoidedAt is null
                ? (await Void.VoidAsync(credit.CreditId, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal
                : (await Void.RestoreAsync(credit.CreditId, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }
}
