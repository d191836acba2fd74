using System.Globalization;
using System.Text.Json.Nodes;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>Orders as a marketplace would send them; nobody shares an account, address, phone or document unless the test says so.</summary>
internal static class OrderJson
{
    private static long last = Random.Shared.NextInt64(1, 1_000_000) * 1000;

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static string NewId(string prefix = "MP") => $"{prefix}-{Interlocked.Increment(ref last)}";

    /// <summary>An ordinary order of an old account: approved at once.</summary>
    public static JsonObject New(string? orderId = null, decimal amount = 129.90m)
    {
        // Phone and document are spread by primes, so that neither is a part of any other identifier.
        var n = Interlocked.Increment(ref last);
        return new JsonObject
        {
            ["orderId"] = orderId ?? $"MP-{n}",
            ["amount"] = amount,
            ["currency"] = "PEN",
            ["returnUrl"] = "https://shop.example/thanks",
            ["account"] = new JsonObject
            {
                ["id"] = $"u-{n}",
                ["createdAt"] = Instant(Now.AddYears(-2)),
                ["email"] = $"ana.{n}@example.pe",
                ["phone"] = string.Create(CultureInfo.InvariantCulture, $"+519{n * 104_729 % 100_000_000:D8}"),
                ["documentType"] = "DNI",
                ["documentNumber"] = string.Create(CultureInfo.InvariantCulture, $"{n * 7_919 % 100_000_000:D8}"),
                ["fullName"] = "Ana Quispe",
            },
            ["shippingAddress"] = new JsonObject
            {
                ["line1"] = $"Av. Arequipa {n}",
                ["district"] = "Lince",
                ["province"] = "Lima",
                ["region"] = "Lima",
                ["country"] = "PE",
                ["postalCode"] = "15046",
            },
            ["ip"] = $"190.{232 + (n / 65536 % 8)}.{n / 256 % 256}.{n % 256}", // of a Peruvian provider
            ["device"] = new JsonObject { ["fingerprint"] = $"fp-{n}", ["userAgent"] = "Mozilla/5.0" },
            ["seller"] = new JsonObject { ["id"] = $"s-{n}", ["ruc"] = "20100047218" },
            ["items"] = new JsonArray(new JsonObject
            {
                ["sku"] = "BOOK-1",
                ["title"] = "Tradiciones peruanas",
                ["category"] = "books",
                ["quantity"] = 1,
                ["unitPrice"] = amount,
            }),
        };
    }

    /// <summary>Only what the contract requires.</summary>
    public static JsonObject Minimal()
    {
        var full = New();
        return new JsonObject
        {
            ["orderId"] = full["orderId"]!.DeepClone(),
            ["amount"] = full["amount"]!.DeepClone(),
            ["currency"] = "PEN",
            ["returnUrl"] = "https://shop.example/thanks",
            ["account"] = new JsonObject { ["id"] = full.Text("account.id"), ["createdAt"] = full.Text("account.createdAt") },
            ["ip"] = full.Text("ip"),
        };
    }

    /// <summary>A dear order of an account a few hours old: held for a person.</summary>
    public static JsonObject OfNewAccount(decimal amount = 1299.90m) =>
        New(amount: amount).With("account.createdAt", Instant(Now.AddHours(-3)));

    /// <summary>An order over PagoEfectivo's limit: rejected.</summary>
    public static JsonObject OverTheLimit() => New(amount: 5000.01m);

    public static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
