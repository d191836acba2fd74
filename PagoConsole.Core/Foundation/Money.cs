using System.Globalization;

namespace PagoConsole.Core.Foundation;

/// <summary>An amount of money to the céntimo, in its currency. Never rounded: what has more than two decimals is no money.</summary>
/// <param name="Minor">Hundredths of the currency unit.</param>
/// <param name="Currency">The currency the amount is in.</param>
public readonly record struct Money(long Minor, Currency Currency)
{
    /// <summary>The largest amount that a door lets in, in units of the currency.</summary>
    public const decimal Largest = 1_000_000_000m;

    /// <summary>The amount in units of the currency, with two decimals.</summary>
    public decimal Amount => new decimal(Minor) / 100m + 0.00m;

    /// <summary>Makes money of a decimal amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than two decimals, or beyond <see cref="Largest"/>.</exception>
    public static Money Of(decimal amount, Currency currency) =>
        TryOf(amount, currency, out var money)
            ? money
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, "Money has at most two decimals and is bounded.");

    /// <summary>Makes money of a decimal amount, unless it has more than two decimals or is out of bounds.</summary>
    public static bool TryOf(decimal amount, Currency currency, out Money money)
    {
        money = default;
        if (Math.Abs(amount) > Largest) return false;
        var minor = amount * 100m;
        if (minor != decimal.Truncate(minor)) return false;
        money = new Money((long)minor, currency);
        return true;
    }

    /// <summary>Reads a plain decimal such as <c>1299.90</c>: digits, an optional point, at most two decimals.</summary>
    public static bool TryParse(string? text, Currency currency, out Money money)
    {
        money = default;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            && TryOf(amount, currency, out money);
    }

    /// <summary>The amount as the wire has it, for example <c>1299.90</c>.</summary>
    public string ToWire() => Amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{ToWire()} {Currency.Code}";
}
