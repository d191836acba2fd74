using System.Collections.Frozen;
using System.Text.Json.Serialization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>What an order itself tells the rules. What is personal stays out of the stored facts.</summary>
public sealed record OrderSubject
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The account that places it.</summary>
    public required string AccountId { get; init; }

    /// <summary>What the buyer is to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>When it was placed; every window ends here.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it was accepted: what history tells later than that was not known.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>When the account was opened.</summary>
    public required DateTimeOffset AccountCreatedAt { get; init; }

    /// <summary>The items' categories, in small letters.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Where the goods go, ISO 3166 alpha-2 in capitals; null where not told.</summary>
    public string? ShippingCountry { get; init; }

    /// <summary>Which contact details were given, and which of them cannot be right.</summary>
    public required ContactFacts Contact { get; init; }

    /// <summary>The hashes of its identifiers.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<IdentifierKind, byte[]> Keys { get; init; } = FrozenDictionary<IdentifierKind, byte[]>.Empty;

    /// <summary>The device's fingerprint as logins tell it.</summary>
    [JsonIgnore]
    public string? Device { get; init; }

    /// <summary>The address it came from.</summary>
    [JsonIgnore]
    public string Ip { get; init; } = "";

    /// <summary>The part of the e-mail address behind the @.</summary>
    [JsonIgnore]
    public string? EmailDomain { get; init; }

    /// <summary>Whether it carries such an identifier.</summary>
    public bool Has(IdentifierKind kind) => Keys.ContainsKey(kind);

    /// <summary>Reads an order for the rules.</summary>
    /// <param name="content">The order.</param>
    /// <param name="placedAt">When it was placed, or when it arrived where it does not say.</param>
    /// <param name="seenAt">When it is, or was, accepted.</param>
    public static OrderSubject Of(OrderContent content, DateTimeOffset placedAt, DateTimeOffset seenAt) => new()
    {
        OrderId = content.OrderId,
        AccountId = content.Account.Id,
        Amount = content.Amount,
        PlacedAt = placedAt,
        SeenAt = seenAt,
        AccountCreatedAt = content.Account.CreatedAt,
        Categories = [.. content.Items.Select(item => item.Category?.Trim().ToLowerInvariant()).OfType<string>().Where(c => c.Length > 0).Distinct()],
        ShippingCountry = content.ShippingAddress?.Country is { Length: 2 } country ? country.ToUpperInvariant() : null,
        Contact = ContactFacts.Of(content),
        Keys = Identifiers.Of(content).DistinctBy(i => i.Kind).ToFrozenDictionary(i => i.Kind, i => OrderIdentifier.HashOf(i.Kind, i.Value)),
        Device = content.Device?.Fingerprint is { Length: > 0 } device ? device : null,
        Ip = content.Ip,
        EmailDomain = Identifiers.Email(content.Account.Email)?.Split('@') is [_, .., { Length: > 0 } domain] ? domain : null,
    };

    /// <summary>Asks about an account as such, when it has not ordered.</summary>
    internal static OrderSubject OfAccount(string accountId, DateTimeOffset at) => new()
    {
        OrderId = "",
        AccountId = accountId,
        Amount = new Money(0, Currency.Pen),
        PlacedAt = at,
        SeenAt = at,
        AccountCreatedAt = at,
        Categories = [],
        Contact = new ContactFacts(0, []),
        Keys = new Dictionary<IdentifierKind, byte[]> { [IdentifierKind.Account] = OrderIdentifier.HashOf(IdentifierKind.Account, accountId) },
    };
}
