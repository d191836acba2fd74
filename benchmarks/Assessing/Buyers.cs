using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Benchmarks.Assessing;

/// <summary>Orders of buyers who come back: the more history, the more buyers, each with about ten orders; sellers with about two hundred.</summary>
internal static class Buyers
{
    public static OrderContent Order(Random random, int historySize, string orderId)
    {
        var buyer = random.Next(Math.Max(1, historySize / 10));
        return new OrderContent
        {
            OrderId = orderId,
            Amount = new Money(random.Next(1_000, 400_000), Currency.Pen),
            ReturnUrl = "https://shop.example/thanks",
            Account = new OrderAccount(
                $"u-{buyer}", History.End.AddDays(-400), $"u{buyer}@example.pe", $"+519{buyer % 100_000_000:D8}", "DNI", $"{buyer % 100_000_000:D8}", null),
            Ip = $"{181 + (buyer % 20)}.{buyer / 20 % 250}.{buyer / 5_000 % 250}.{(buyer % 250) + 1}",
            Device = new OrderDevice($"fp-{buyer}", null),
            ShippingAddress = new OrderAddress($"Av. Arequipa {buyer}", null, "Lince", "Lima", "Lima", "PE", null),
            Seller = new OrderSeller($"s-{random.Next(Math.Max(1, historySize / 200))}", null),
            Items = [new OrderItem("SKU", "Item", "books", 1, null)],
        };
    }
}
