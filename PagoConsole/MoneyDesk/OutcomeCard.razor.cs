using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.MoneyDesk;

/// <summary>What was decided, by whom and why; the payout that is still to be made, or the proof that it was.</summary>
public sealed partial class OutcomeCard
{
    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MoneyCaseView View { get; set; }

    [Parameter]
    public bool MayDecide { get; set; }

    /// <summary>A payout was recorded.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool HasFirst => View.Case.FirstBy is { } first && first != View.Case.DecidedBy;

    private bool FirstChoseOther => View.Case.FirstChoice != View.Case.Choice;
}
