using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Orders;

/// <summary>The one way in which somebody says whether an order was fraud.</summary>
public static class OrderLabels
{
    /// <summary>How a label says that it follows from a dispute.</summary>
    public const string Dispute = "dispute";

    /// <summary>How a label says that a person decided so in review.</summary>
    public const string Review = "review";

    /// <summary>Keeps what is said; it holds unless a stronger source has said something.</summary>
    /// <param name="tx">The transaction, which holds the order's row.</param>
    /// <param name="order">The order.</param>
    /// <param name="fraud">Fraud, or good.</param>
    /// <param name="from">How strong the source is.</param>
    /// <param name="source">The source in its own words.</param>
    /// <param name="by">Who says it, as <see cref="Actor.Signature"/>.</param>
    /// <returns>Whether it holds now.</returns>
    public static bool SayLabel(this WriteScope tx, Order order, bool fraud, LabelSource from, string source, string by)
    {
        tx.Db.Add(new OrderLabel { OrderId = order.OrderId, Fraud = fraud, Source = source, LabelledAt = tx.Now, LabelledBy = by });
        return order.Label(fraud, from, tx.Now);
    }
}
