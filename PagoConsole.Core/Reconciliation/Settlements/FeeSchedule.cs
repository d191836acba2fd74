using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>
/// What PagoEfectivo may charge by the configured terms. Every charge is rounded to the céntimo, half away from zero, and the tax is
/// reckoned on the rounded charge and rounded likewise, as an invoice does it line by line.
/// </summary>
public sealed class FeeSchedule
{
    private readonly ILookup<string, FeeTerms> terms;

    /// <summary>A schedule of these terms.</summary>
    public FeeSchedule(IEnumerable<FeeTerms> terms) => this.terms = terms.OrderByDescending(t => t.From).ToLookup(t => t.Currency, StringComparer.Ordinal);

    internal FeeSchedule(IOptions<FeeOptions> options)
        : this(options.Value.Fees)
    {
    }

    /// <summary>The terms that hold on a business day in Lima; null where none are configured.</summary>
    public FeeTerms? At(Currency currency, DateOnly day) => terms[currency.Code].FirstOrDefault(t => t.From <= day);

    /// <summary>What may be kept of a payment of that amount on that day; null where no terms are configured. Money that goes back has the same with the sign turned.</summary>
    public ExpectedFee? Of(Money amount, DateOnly day) => At(amount.Currency, day) is { } held ? Of(amount.Minor, held) : null;

    /// <summary>Who bears the commission of a payment of that day; the seller where no terms are configured.</summary>
    public FeeBearer BearerOf(Currency currency, DateOnly day) => At(currency, day)?.BorneBy ?? FeeBearer.Seller;

    /// <summary>The tax on a charge under some terms, in hundredths.</summary>
    internal static long TaxOn(long chargeMinor, FeeTerms held) => Round(chargeMinor * held.IgvPercent / 100m);

    /// <summary>To the céntimo, half away from zero.</summary>
    internal static long Round(decimal minor) => (long)decimal.Round(minor, MidpointRounding.AwayFromZero);

    private static ExpectedFee Of(long minor, FeeTerms held)
    {
        var size = Math.Abs(minor);
        var band = held.Bands.First(b => b.UpTo is not { } upTo || size <= upTo * 100m);
        var fee = Math.Sign(minor) * Round((size * band.Percent / 100m) + (band.Fixed * 100m));
        return new ExpectedFee(fee, TaxOn(fee, held));
    }
}
