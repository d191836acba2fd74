using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Benchmarks.Intake;

/// <summary>Reads an order without looking what is wrong with it.</summary>
internal static class PlainReader
{
    public static OrderContent Read(JsonElement body)
    {
        var (account, address, device) = (body.GetProperty("account"), body.GetProperty("shippingAddress"), body.GetProperty("device"));
        return new OrderContent
        {
            OrderId = Text(body, "orderId"),
            Amount = Money.Of(body.GetProperty("amount").GetDecimal(), Currency.Pen),
            ReturnUrl = Text(body, "returnUrl"),
            Account = new OrderAccount(
                Text(account, "id"), account.GetProperty("createdAt").GetDateTimeOffset(), Text(account, "email"), Text(account, "phone"), Text(account, "documentType"),
                Text(account, "documentNumber"), Text(account, "fullName")),
            Ip = Text(body, "ip"),
            Device = new OrderDevice(Text(device, "fingerprint"), Text(device, "userAgent")),
            ShippingAddress = new OrderAddress(
                Text(address, "line1"), null, Text(address, "district"), Text(address, "province"), Text(address, "region"), Text(address, "country"), null),
            Seller = new OrderSeller(Text(body.GetProperty("seller"), "id"), null),
            Items = [.. body.GetProperty("items").EnumerateArray().Select(item => new OrderItem(
                Text(item, "sku"), Text(item, "title"), Text(item, "category"), item.GetProperty("quantity").GetInt32(), null))],
        };
    }

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString()!;
}
