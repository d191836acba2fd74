using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk.Replay;

/// <summary>Writes what happens into a store, as it would stand there.</summary>
internal sealed class HistoryOnRecord(PagoDb db)
{
    private static readonly string[] Categories = ["electronics", "books", "crypto", ""];
    private static readonly string[] Ips = ["190.235.12.7", "190.235.12.8", "8.8.8.8", "2001:db8:1:2::1"];
    private static readonly string[] Documents = ["45678912", "4567891", "10456789126", "ABC123"];
    private int last;

    /// <summary>The order as the marketplace would tell it at an instant.</summary>
    public OrderContent ContentOf(OrderPlaced placed, DateTimeOffset now) => new()
    {
        OrderId = $"O-{++last:D6}",
        Amount = Money.Of(placed.Soles, placed.Dollars ? Currency.Usd : Currency.Pen),
        PlacedAt = placed.Early == TimeSpan.Zero ? null : now - placed.Early,
        ReturnUrl = "https://shop.example/thanks",
        Account = new(
            $"u-{placed.Account}", now.AddSeconds(-30 * (placed.Account + 1)), placed.Account > 1 ? $"u{placed.Account}@mail{placed.Account}.example" : null,
            placed.Phone is { } phone ? $"+5198765432{phone}" : null, placed.Document is null ? null : placed.Document == 2 ? "RUC" : "DNI",
            placed.Document is { } document ? Documents[document] : null, null),
        ShippingAddress = placed.Address is { } address ? new($"Av. Arequipa {address}", null, "Lince", "Lima", "Lima", "PE", null) : null,
        Ip = Ips[placed.Ip],
        Device = placed.Device is { } device ? new($"fp-{device}", null) : null,
        Seller = placed.Seller is { } seller ? new($"s-{seller}", null) : null,
        Items = Categories[placed.Category] is { Length: > 0 } category ? [new(null, null, category, 1, null)] : [],
    };

    public void Add(OrderPlaced placed, OrderContent content, DateTimeOffset now)
    {
        var order = new Order
        {
            OrderId = content.OrderId,
            AmountMinor = content.Amount.Minor,
            Currency = content.Amount.Currency,
            PlacedAt = content.PlacedAt ?? now,
            ReceivedAt = now,
            AccountId = content.Account.Id,
            AccountCreatedAt = content.Account.CreatedAt,
            ContentHash = content.Hash(),
            PayToken = Ids.Token(),
            Decision = "null",
            VoucherMinutes = 60,
            Imported = true,
        };
        order.Recall(OrderStatus.Expired, now + placed.Paid, now + placed.Expired, now + placed.Refunded);
        if (placed.Fraud is { } fraud) order.Label(fraud.Ticks % 3 != 0, LabelSource.Told, now + fraud);
        db.Add(order);
        db.Add(new OrderContentRow { OrderId = order.OrderId, Json = content.ToJson() });
        db.AddRange(Identifiers.Of(content).DistinctBy(i => i.Kind).Select(i => new OrderIdentifier
        {
            Kind = i.Kind,
            ValueHash = OrderIdentifier.HashOf(i.Kind, i.Value),
            PlacedAt = order.PlacedAt,
            OrderId = order.OrderId,
            AccountId = order.AccountId,
        }));
    }

    public async Task AddAsync(LoggedIn login, DateTimeOffset now)
    {
        var (account, ip, device) = ($"u-{login.Account}", Ips[login.Ip], login.Device == 3 ? "" : $"fp-{login.Device}");
        if (await db.Set<Login>().AnyAsync(l => l.AccountId == account && l.At == now && l.Ip == ip && l.Device == device && l.Success == login.Success)) return;
        db.Add(new Login { AccountId = account, At = now, Ip = ip, Device = device, Success = login.Success });
    }

    public void Add(Unbound unbound, DateTimeOffset now) => db.Add(new DeviceUnbinding
    {
        AccountId = $"u-{unbound.Account}",
        DeviceHash = OrderIdentifier.HashOf(IdentifierKind.Device, $"fp-{unbound.Device}"),
        At = now,
        By = "test",
    });

    public void Add(Listed listed, DateTimeOffset now, string? entryId = null)
    {
        var value = listed.Kind switch
        {
            ListedKind.Account => $"u-{listed.Who}",
            ListedKind.EmailDomain => $"mail{listed.Who}.example",
            ListedKind.Phone => $"+5198765432{listed.Who}",
            ListedKind.Document => $"DNI:{Documents[listed.Who]}",
            ListedKind.Device => $"fp-{listed.Who}",
            ListedKind.Address => Identifiers.Address(new($"Av. Arequipa {listed.Who}", null, "Lince", "Lima", null, "PE", null))!,
            ListedKind.IpRange => ListKeys.Network(listed.Who > 1 ? "190.235.0.0/16" : Ips[listed.Who])!,
        };
        var entry = new ListEntry
        {
            EntryId = entryId ?? Ids.New("le", now),
            Effect = listed.Effect,
            Kind = listed.Kind,
            Value = value,
            ValueHash = ListKeys.HashOf(listed.Kind, value),
            Reason = "test",
            Owner = "test",
            CreatedAt = now,
            ExpiresAt = now + listed.Expires,
        };
        if (listed.Removed is { } removed) entry.Remove("test", now + removed);
        db.Add(entry);
    }
}
