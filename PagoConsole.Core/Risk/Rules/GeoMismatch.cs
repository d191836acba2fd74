using System.Collections.Frozen;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>geo-mismatch</c>.</summary>
public sealed record GeoMismatchSettings
{
    /// <summary>Countries that orders may come from, ISO 3166 alpha-2. <value>PE</value></summary>
    [Setting(SettingUnit.Words, 0, 300)]
    public IReadOnlyList<string> Allowed { get; init; } = ["PE"];
}

/// <summary>Fires when the network address lies in a country that is not allowed, or in another one than the goods go to.</summary>
internal sealed class GeoMismatch : Rule<GeoMismatchSettings>
{
    public override string Id => "geo-mismatch";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Ip];

    protected override IEnumerable<string> FaultsIn(GeoMismatchSettings settings) =>
        settings.Allowed.Where(c => c.Length != 2).Select(c => $"allowed: {c} is no country code of two letters");

    private protected override Check Bind(GeoMismatchSettings settings, Binding on)
    {
        var allowed = settings.Allowed.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new(
            facts => facts.Outside.Country is not { } country
                ? RuleResult.NoInput
                : Check.When(!allowed.Contains(country) || (facts.Order.ShippingCountry is { } shipping && shipping != country)),
            facts => Saw(facts.Outside.Country ?? "?", facts.Order.ShippingCountry, string.Join(", ", settings.Allowed)));
    }

    private static Finding Saw(string country, string? shipping, string allowed) => new(
        shipping is null || shipping == country ? country : $"{country}, shipped to {shipping}", allowed, country, shipping ?? country, allowed);
}
