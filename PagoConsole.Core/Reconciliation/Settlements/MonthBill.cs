using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>What is charged for a month besides the commission of each payment.</summary>
public enum MonthChargeKind
{
    /// <summary>Due whatever was sold.</summary>
    MonthlyFee,

    /// <summary>What the commissions of the month lack to the minimum that was agreed.</summary>
    MinimumShortfall,

    /// <summary>More of the month's money went back than was agreed.</summary>
    RefundSurcharge,
}

/// <summary>One charge of a month, in hundredths.</summary>
/// <param name="Kind">What for.</param>
/// <param name="ChargeMinor">Before tax.</param>
/// <param name="TaxMinor">The tax on it.</param>
public sealed record MonthCharge(MonthChargeKind Kind, long ChargeMinor, long TaxMinor);

/// <summary>The charges of a month in one currency, and what they are reckoned from. Amounts in hundredths.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Currency">The currency.</param>
/// <param name="AmountMinor">Money that came in, by the reports of the month's days.</param>
/// <param name="RefundMinor">Money that went back.</param>
/// <param name="CommissionMinor">The commissions of the month before tax, by the reports.</param>
/// <param name="Terms">The terms that hold on the month's last day.</param>
/// <param name="IsOver">Whether the month is over; before, the charges are what they would be if it ended now.</param>
/// <param name="Charges">Those that are due; none is zero.</param>
public sealed record MonthBill(
    DateOnly Month, Currency Currency, long AmountMinor, long RefundMinor, long CommissionMinor, FeeTerms Terms, bool IsOver, IReadOnlyList<MonthCharge> Charges)
{
    /// <summary>How many percent of the month's money went back; null where none came in.</summary>
    public decimal? RefundPercent => AmountMinor > 0 ? RefundMinor * 100m / AmountMinor : null;

    /// <summary>All charges before tax.</summary>
    public long ChargeMinor => Charges.Sum(charge => charge.ChargeMinor);

    /// <summary>The tax on them.</summary>
    public long TaxMinor => Charges.Sum(charge => charge.TaxMinor);

    /// <summary>Reckons the charges of a month.</summary>
    public static MonthBill Of(DateOnly month, Currency currency, long amountMinor, long refundMinor, long commissionMinor, FeeTerms terms, bool isOver)
    {
        var charges = new List<MonthCharge>();
        void Add(MonthChargeKind kind, long minor)
        {
            if (minor > 0) charges.Add(new MonthCharge(kind, minor, FeeSchedule.TaxOn(minor, terms)));
        }

        Add(MonthChargeKind.MonthlyFee, FeeSchedule.Round(terms.MonthlyFee * 100m));
        Add(MonthChargeKind.MinimumShortfall, FeeSchedule.Round(terms.MinimumMonthly * 100m) - commissionMinor);
        Add(MonthChargeKind.RefundSurcharge, Surcharge(amountMinor, refundMinor, terms));
        return new MonthBill(month, currency, amountMinor, refundMinor, commissionMinor, terms, isOver, charges);
    }

    // Of what went back beyond the agreed share of what came in; where nothing came in, all that went back is beyond it.
    private static long Surcharge(long amountMinor, long refundMinor, FeeTerms terms)
    {
        if (terms.RefundRatePercent is not { } rate) return 0;
        var beyond = refundMinor - (amountMinor * rate / 100m);
        return beyond > 0 ? FeeSchedule.Round((beyond * terms.SurchargePercent / 100m) + (terms.SurchargeFixed * 100m)) : 0;
    }
}
