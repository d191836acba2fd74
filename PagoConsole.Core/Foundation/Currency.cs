namespace PagoConsole.Core.Foundation;

/// <summary>An ISO 4217 currency code. Orders are in <see cref="Pen"/> or <see cref="Usd"/>; money that arrives may name any other.</summary>
/// <param name="Code">Three capital letters.</param>
public readonly record struct Currency(string Code)
{
    /// <summary>Peruvian sol.</summary>
    public static readonly Currency Pen = new("PEN");

    /// <summary>United States dollar.</summary>
    public static readonly Currency Usd = new("USD");

    /// <summary>The currencies an order may be placed in.</summary>
    public static IReadOnlyList<Currency> OfOrders { get; } = [Pen, Usd];

    /// <summary>Reads a code of three ASCII letters; capitals are made of small ones.</summary>
    public static bool TryParse(string? text, out Currency currency)
    {
        currency = default;
        if (text is not { Length: 3 } || !text.All(char.IsAsciiLetter)) return false;
        currency = new Currency(text.ToUpperInvariant());
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
