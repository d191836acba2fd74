using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>What decides about a difference: what disagrees, what stands here and there, how much is at stake, what else is known.</summary>
public sealed partial class DifferenceFacts
{
    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DifferenceView View { get; set; }

    private Difference Found => View.Difference;

    private string? Said(string? value) => Text.ValueOf(Found.Kind, value, Found.Currency, Browser, Words);

    private string ToldOf(PaymentAnswer told)
    {
        if (told.Status is not { } status) return Text["Told_None"];
        var state = Orders[$"PaymentStatus_{status}"].Value;
        return told.Money is { } money ? $"{state}, {MoneyFormat.Of(money)}" : state;
    }
}
