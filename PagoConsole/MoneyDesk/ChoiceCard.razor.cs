using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>
/// What can be done with money that waits: each choice says beforehand what it will do, each that is impossible says why. From the threshold on
/// the first person's choice stands before the second one's eyes.
/// </summary>
public sealed partial class ChoiceCard
{
    private readonly PayeeDraft payeeDraft = new();
    private MoneyChoice? chosen;
    private string note = "";
    private string? fault;
    private IReadOnlyList<string> payeeFaults = [];
    private ElementReference noteArea;

    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal SettleMoneyCase Settle { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MoneyCaseView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    /// <summary>Something was decided, or not: somebody else was faster, or the person thought better of it.</summary>
    [Parameter]
    public EventCallback<bool> OnDone { get; set; }

    private bool MayDecide => Viewer.May(Permission.DecideMoney);

    private bool IsFirst => View.Case.FirstBy == Viewer.Signature;

    private bool Confirms => View.Case.State == MoneyCaseState.AwaitingSecond && View.Case.FirstChoice == chosen && !IsFirst;

    private bool NeedsPayee => chosen == MoneyChoice.OutOfBand && !Confirms;

    protected override void OnParametersSet()
    {
        // What has become impossible meanwhile is not chosen any more.
        if (chosen is { } choice && !View.Options.Any(option => option.Choice == choice && option.Possible)) chosen = null;
    }

    private void Choose(MoneyChoice choice) => (chosen, fault, payeeFaults) = (choice, null, []);

    private bool Waits(ChoiceOption option) => (View.NeedsSecond || option.OverrulesRisk) && !Confirms;

    private string WhatOf(ChoiceOption option)
    {
        if (!Waits(option)) return Text.EffectOf(option, View.Case.Kind, View.Order.Status, Words);
        return option.OverrulesRisk ? Text["Confirm_Overrules"] : Text["Confirm_First", MoneyFormat.Of(View.Case.Amount)];
    }

    private async Task SubmitAsync()
    {
        if (chosen is not { } choice) return;
        var payee = NeedsPayee ? payeeDraft.ToPayee().Tidied() : null;
        payeeFaults = payee?.Faults() ?? [];
        fault = string.IsNullOrWhiteSpace(note) ? Words["Refusal_NoteNeeded"].Value : null;
        if (payeeFaults.Count > 0) return;
        if (fault is not null)
        {
            await noteArea.FocusAsync();
            return;
        }

        // The version is that of what stood on the screen when the person made up their mind.
        var decision = new MoneyDecision(choice, note, payee, View.Case.Version);
        var name = Text.NameOf(choice, View.Case.Kind);
        var option = View.Options.Single(o => o.Choice == choice);
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(name, WhatOf(option), null, name, Dangerous: choice is MoneyChoice.Refund or MoneyChoice.OutOfBand or MoneyChoice.Credit),
            async _ => (await Settle.RunAsync(View.Case.CaseId, decision, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) (chosen, note) = (null, "");
        await OnDone.InvokeAsync(done);
    }
}
