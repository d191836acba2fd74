using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Rates;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>What holds for a month: its rate, if there is one, and the thresholds in cents of a dollar.</summary>
/// <param name="Month">The month.</param>
/// <param name="Rate">Its rate; null where none was entered.</param>
/// <param name="Single">Threshold of a single operation.</param>
/// <param name="Monthly">Threshold of a month's sum.</param>
/// <param name="Minimum">From where on an operation counts towards that sum.</param>
/// <param name="Near">What lies just under the threshold of a single operation.</param>
public sealed record MonthRules(AmlMonth Month, ExchangeRate? Rate, long Single, long Monthly, long Minimum, NearRule Near)
{
    /// <summary>Those of a month.</summary>
    public static MonthRules Of(AmlMonth month, LegalBook book, RateTable rates)
    {
        var day = month.Last; // a norm that changes within a month holds for all of it
        var single = Cents(book.ValueAt(LegalNumber.SingleOperation, day));
        return new MonthRules(
            month,
            rates.For(month),
            single,
            Cents(book.ValueAt(LegalNumber.MonthlyOperations, day)),
            Cents(book.ValueAt(LegalNumber.MonthlyMinimum, day)),
            new NearRule(
                (long)decimal.Ceiling(single * book.ValueAt(LegalNumber.NearPercent, day) / 100m), single, (int)book.ValueAt(LegalNumber.NearCount, day),
                TimeSpan.FromDays((double)book.ValueAt(LegalNumber.NearDays, day))));
    }

    /// <summary>What soles and dollars are worth together, in cents; null where there are soles and no rate.</summary>
    public long? InUsd(long penMinor, long usdMinor) => RateTable.InUsd(penMinor, usdMinor, Rate);

    private static long Cents(decimal dollars) => (long)(dollars * 100m);
}
