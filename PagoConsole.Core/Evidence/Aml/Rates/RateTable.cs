using PagoConsole.Core.Evidence.Aml.LegalNumbers;

namespace PagoConsole.Core.Evidence.Aml.Rates;

/// <summary>Which rate holds for a month: the last one dated up to its first day, unless it is too old. Where there is none nothing is guessed.</summary>
public sealed class RateTable(IEnumerable<ExchangeRate> rates, LegalBook book)
{
    private readonly List<ExchangeRate> newestFirst = [.. rates.OrderByDescending(r => r.Day).ThenByDescending(r => r.Id)];

    /// <summary>The rate of a month; null without one.</summary>
    public ExchangeRate? For(AmlMonth month)
    {
        var oldest = month.First.AddDays(-(int)book.ValueAt(LegalNumber.RateDays, month.First));
        return newestFirst.FirstOrDefault(r => r.Day <= month.First) is { } rate && rate.Day >= oldest ? rate : null;
    }

    /// <summary>What an amount in céntimos is worth in cents at a rate, rounded down; dollars are what they are.</summary>
    /// <param name="penMinor">Céntimos.</param>
    /// <param name="usdMinor">Cents.</param>
    /// <param name="rate">The rate; null gives null where there are céntimos.</param>
    public static long? InUsd(long penMinor, long usdMinor, ExchangeRate? rate)
    {
        if (penMinor == 0) return usdMinor;
        return rate is null ? null : usdMinor + (long)((Int128)penMinor * ExchangeRate.Parts / rate.Rate);
    }
}
