using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Tests.Reconciliation.Settlements;

public sealed class MonthBillTests
{
    private static readonly DateOnly Month = new(2026, 11, 1);

    [Fact]
    public void Every_charge_has_its_tax()
    {
        var bill = Bill(1_000_000, 50_000, 20_000, terms =>
        {
            (terms.MonthlyFee, terms.MinimumMonthly) = (49.90m, 350m);
            (terms.RefundRatePercent, terms.SurchargePercent, terms.SurchargeFixed) = (2m, 10m, 5m);
        });

        Assert.Equal(
            [
                new MonthCharge(MonthChargeKind.MonthlyFee, 4990, 898),
                new MonthCharge(MonthChargeKind.MinimumShortfall, 15_000, 2700),
                new MonthCharge(MonthChargeKind.RefundSurcharge, 3500, 630), // a tenth of the 300 beyond 2 % of 10000, and 5
            ],
            bill.Charges);
        Assert.Equal((23_490, 4228, 5m), (bill.ChargeMinor, bill.TaxMinor, bill.RefundPercent));
    }

    [Fact]
    public void What_is_not_agreed_or_not_exceeded_costs_nothing()
    {
        Assert.Empty(Bill(1_000_000, 900_000, 0, _ => { }).Charges);
        Assert.Empty(Bill(1_000_000, 20_000, 35_000, terms => (terms.MinimumMonthly, terms.RefundRatePercent, terms.SurchargePercent, terms.SurchargeFixed) = (350m, 2m, 10m, 5m)).Charges);
    }

    [Fact]
    public void Where_nothing_came_in_all_that_went_back_is_beyond_the_rate()
    {
        var bill = Bill(0, 10_000, 0, terms => (terms.RefundRatePercent, terms.SurchargePercent) = (2m, 10m));

        Assert.Equal([new MonthCharge(MonthChargeKind.RefundSurcharge, 1000, 180)], bill.Charges);
        Assert.Null(bill.RefundPercent);
    }

    private static MonthBill Bill(long amount, long refund, long commission, Action<FeeTerms> set)
    {
        var terms = FeeScheduleTests.Terms(Month, (null, 3m, 0m));
        set(terms);
        return MonthBill.Of(Month, Currency.Pen, amount, refund, commission, terms, isOver: true);
    }
}
