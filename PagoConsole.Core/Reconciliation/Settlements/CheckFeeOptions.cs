using System.Globalization;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Checks the fee schedule; every fault is told by its key.</summary>
internal sealed class CheckFeeOptions : IValidateOptions<FeeOptions>
{
    private const string Root = $"{ReconciliationOptions.Section}:{nameof(FeeOptions.Fees)}";

    public ValidateOptionsResult Validate(string? name, FeeOptions options)
    {
        var faults = options.Fees.SelectMany((terms, i) => FaultsOf(terms, $"{Root}:{i.ToString(CultureInfo.InvariantCulture)}")).Concat(Twice(options.Fees)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(FeeTerms terms, string key)
    {
        if (terms.From == default) yield return $"{key}:{nameof(FeeTerms.From)}: takes a date such as 2026-11-22";
        if (!Currency.OfOrders.Any(currency => currency.Code == terms.Currency)) yield return $"{key}:{nameof(FeeTerms.Currency)}: takes PEN or USD";
        foreach (var (what, percent) in new (string, decimal?)[]
            { (nameof(FeeTerms.IgvPercent), terms.IgvPercent), (nameof(FeeTerms.RefundRatePercent), terms.RefundRatePercent), (nameof(FeeTerms.SurchargePercent), terms.SurchargePercent) })
            if (percent is < 0 or > 100) yield return $"{key}:{what}: takes 0 to 100 percent";
        foreach (var (what, amount) in new[]
            { (nameof(FeeTerms.MonthlyFee), terms.MonthlyFee), (nameof(FeeTerms.MinimumMonthly), terms.MinimumMonthly), (nameof(FeeTerms.SurchargeFixed), terms.SurchargeFixed) })
            if (!IsAmount(amount)) yield return $"{key}:{what}: takes an amount of at least 0 with at most two decimals";
        if (!Enum.IsDefined(terms.BorneBy)) yield return $"{key}:{nameof(FeeTerms.BorneBy)}: takes one of Seller, Platform";
        foreach (var fault in BandFaults(terms, $"{key}:{nameof(FeeTerms.Bands)}")) yield return fault;
    }

    private static IEnumerable<string> BandFaults(FeeTerms terms, string key)
    {
        if (terms.Bands.Count == 0) yield return $"{key}: takes at least one band";
        decimal? below = 0m;
        for (var i = 0; i < terms.Bands.Count; i++)
        {
            var (band, own, last) = (terms.Bands[i], string.Create(CultureInfo.InvariantCulture, $"{key}:{i}"), i == terms.Bands.Count - 1);
            if (band.Percent is < 0 or > 100) yield return $"{own}:{nameof(FeeBand.Percent)}: takes 0 to 100 percent";
            if (!IsAmount(band.Fixed)) yield return $"{own}:{nameof(FeeBand.Fixed)}: takes an amount of at least 0 with at most two decimals";
            if (last && band.UpTo is not null) yield return $"{own}:{nameof(FeeBand.UpTo)}: the last band has no upper end";
            if (!last && (band.UpTo is not { } upTo || !IsAmount(upTo) || upTo <= below)) yield return $"{own}:{nameof(FeeBand.UpTo)}: takes an amount above that of the band before";
            below = band.UpTo ?? below;
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<FeeTerms> all) =>
        all.Select((terms, i) => (terms.Currency, terms.From, Index: i)).GroupBy(entry => (entry.Currency, entry.From))
            .SelectMany(same => same.Skip(1))
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{Root}:{entry.Index}:{nameof(FeeTerms.From)}: another entry of this currency has the same date"));

    private static bool IsAmount(decimal amount) => amount >= 0 && Money.TryOf(amount, Currency.Pen, out _);
}
