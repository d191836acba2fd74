using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Webhooks.Replay;
using PagoConsole.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Events;

/// <summary>What a replay changed, or would change, in plain words.</summary>
public sealed partial class ReplayOutcome
{
    [Inject]
    internal IStringLocalizer<EventsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ReplayFindings Found { get; set; }

    /// <summary>It was done, not only tried.</summary>
    [Parameter]
    public bool Real { get; set; }

    private string Title => Text[Real ? "Replay_Did" : Found.Changes || Found.Settles ? "Replay_Would" : "Replay_WouldNot"];

    private IEnumerable<string> Sentences()
    {
        if (Found is { OrderId: { } orderId, From: { } from, To: { } to })
            yield return Found.Moves ? Text["Replay_Moves", orderId, Words[$"Status_{from}"], Words[$"Status_{to}"]] : Text["Replay_Stays", orderId, Words[$"Status_{to}"]];
        foreach (var money in Found.Money) yield return Text[$"Replay_Money_{money.Kind}", MoneyFormat.Of(money.Amount)];
        foreach (var kind in Found.MoneyCases) yield return Text["Replay_Case", Orders[$"MoneyCase_{kind}"]];
        if (Found.OrderId is not null)
            yield return Found.Callbacks.Count > 0 ? Text["Replay_Callbacks", string.Join(", ", Found.Callbacks.Select(type => type.ToWire()))] : Text["Replay_NoCallbacks"];
        foreach (var sentence in Found.Changes || Found.Settles ? Verdicts() : WhyNot()) yield return sentence;
    }

    private IEnumerable<string> Verdicts()
    {
        yield return Found.Verdict == Found.Before
            ? Text["Replay_SameVerdict", Text[$"Verdict_{Found.Verdict}"]]
            : Text["Replay_Verdict", Text[$"Verdict_{Found.Before}"], Text[$"Verdict_{Found.Verdict}"]];
        if (!Found.Changes) yield return Text[$"Verdict_{Found.Verdict}_Hint"];
    }

    // No arrow from verdict to verdict: nothing goes anywhere, and the real run is not offered.
    private IEnumerable<string> WhyNot()
    {
        yield return Text[$"Verdict_{Found.Verdict}_Hint"];
        yield return Text["Replay_NotOffered", Text[$"Verdict_{Found.Before}"]];
    }
}
