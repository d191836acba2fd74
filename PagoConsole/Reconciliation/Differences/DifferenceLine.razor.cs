using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>One difference in the table: what disagrees, how much is at stake, what stands here and there, who has it, how far it is.</summary>
public sealed partial class DifferenceLine
{
    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DifferenceRow Row { get; set; }

    /// <summary>Whether the table is of many days.</summary>
    [Parameter]
    public bool ShowDay { get; set; }

    [Parameter]
    public bool MayWork { get; set; }

    [Parameter]
    public bool Selected { get; set; }

    /// <summary>Whether its panel is open.</summary>
    [Parameter]
    public bool Open { get; set; }

    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    /// <summary>Its box was ticked, with or without shift.</summary>
    [Parameter]
    public EventCallback<(string DifferenceId, bool Range)> OnPick { get; set; }

    private string Subject => Row.OrderId ?? Row.PaymentId ?? Row.Cip ?? Row.DifferenceId;

    private string? Here => Said(Row.Here);

    private string? There => Said(Row.There);

    private string? Said(string? value) => Text.ValueOf(Row.Kind, value, Row.AtStake.Currency, Browser, Words);
}
