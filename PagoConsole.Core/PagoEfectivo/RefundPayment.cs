using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>What a refund is asked for with.</summary>
/// <param name="Amount">What goes back to the buyer; in the payment's currency.</param>
/// <param name="Reason">Why.</param>
public sealed record RefundPayment(Money Amount, string Reason)
{
    /// <summary>The JSON body as it goes over the wire.</summary>
    public string ToBody() => FrozenBody.Write(json =>
    {
        json.WriteNumber("amount", Amount.Amount);
        json.WriteString("reason", Reason);
    });
}
