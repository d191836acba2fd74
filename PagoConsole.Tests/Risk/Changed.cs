using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Tests.Risk;

/// <summary>One order made into another one, a word a change.</summary>
internal static class Changed
{
    public static OrderContent At(this OrderContent order, DateTimeOffset placedAt) => order with { PlacedAt = placedAt };

    public static OrderContent Of(this OrderContent order, string account) => order with { Account = order.Account with { Id = account } };

    public static OrderContent From(this OrderContent order, string ip) => order with { Ip = ip };

    public static OrderContent On(this OrderContent order, string? device) => order with { Device = device is null ? null : new OrderDevice(device, null) };

    public static OrderContent SoldBy(this OrderContent order, string seller) => order with { Seller = new OrderSeller(seller, null) };

    public static OrderContent With(this OrderContent order, Money amount) => order with { Amount = amount };

    public static OrderContent Document(this OrderContent order, string? number, string? type = "DNI") =>
        order with { Account = order.Account with { DocumentType = type, DocumentNumber = number } };

    public static OrderContent Phone(this OrderContent order, string? phone) => order with { Account = order.Account with { Phone = phone } };

    public static OrderContent Email(this OrderContent order, string? email) => order with { Account = order.Account with { Email = email } };

    public static OrderContent To(this OrderContent order, string? line, string? country = "PE") =>
        order with { ShippingAddress = new OrderAddress(line, null, "Lince", "Lima", "Lima", country, null) };
}
