namespace PagoConsole.Core.Orders;

/// <summary>What tells orders of the marketplace's history, which came by an import, from those that it placed here.</summary>
public static class OrderHistory
{
    /// <summary>What the ids of payments begin with of which the history tells no id: PagoEfectivo has none like it.</summary>
    public const string PaymentPrefix = "import:";
}
