using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Reconciliation.Settlements;

public sealed class SettlementBoardTestsOnSqlite() : SettlementBoardTests(StorageProvider.Sqlite);

public sealed class SettlementBoardTestsOnPostgres() : SettlementBoardTests(StorageProvider.Postgres);

/// <summary>Expected against received.</summary>
public abstract class SettlementBoardTests(StorageProvider provider) : SettlementTest(provider)
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["Reconciliation:Fees:0:From"] = "2026-01-01",
        ["Reconciliation:Fees:0:Bands:0:Percent"] = "3",
        ["Reconciliation:Fees:0:MonthlyFee"] = "50",
        ["Reconciliation:Fees:1:From"] = "2026-11-18",
        ["Reconciliation:Fees:1:Bands:0:Percent"] = "3",
        ["Reconciliation:Fees:1:BorneBy"] = "Platform",
    };

    [Fact]
    public async Task A_date_is_expected_against_received_and_the_rest_is_carried_over()
    {
        await LinesAsync(
            Line(Day(16), Day(18), "s-1", 10_000, 300, 54), Line(Day(16), Day(18), "s-2", 5000, 150, 27), Line(Day(17), Day(19), "s-1", 2000, 60, 11, refund: 500));
        await CreditAsync(18, 100m, "BCP-1");
        await CreditAsync(20, 58.98m, "BCP-2");

        var view = await BoardAsync();

        Assert.Equal(
            [(Day(18), 14_469L, 10_000L, 0L, 4469L), (Day(19), 1429L, 0L, 4469L, 5898L), (Day(20), 0L, 5898L, 5898L, 0L)],
            view.Days.Select(day => (day.Date, day.Expected.NetMinor, day.ReceivedMinor, day.BroughtMinor, day.CarriedMinor)));
        Assert.Equal([-4469, -1429, 5898], view.Days.Select(day => day.DifferenceMinor));
        var balance = Assert.Single(view.Balances);
        Assert.Equal((0L, 15_898L, 15_898L, 0L, 0L), (balance.OpeningMinor, balance.Expected.NetMinor, balance.ReceivedMinor, balance.ClosingMinor, balance.DueMinor));
        Assert.Equal((17_000L, 500L, 510L, 92L), (balance.Expected.AmountMinor, balance.Expected.RefundMinor, balance.Expected.FeeMinor, balance.Expected.FeeTaxMinor));
    }

    [Fact]
    public async Task What_was_before_the_period_is_brought_forward_and_what_is_to_come_is_not_due()
    {
        await LinesAsync(Line(Day(2), Day(4), "s-1", 1000), Line(Day(19), Day(23), "s-1", 3000), Line(Day(20), Day(21), "s-1", 200));
        await CreditAsync(4, 12m, "BCP-1");

        var balance = Assert.Single((await BoardAsync(November with { From = Day(10) })).Balances);

        Assert.Equal((-200L, 3200L, 0L, 3000L, 0L), (balance.OpeningMinor, balance.Expected.NetMinor, balance.ReceivedMinor, balance.ClosingMinor, balance.DueMinor));
        Assert.Equal(-200, balance.DifferenceMinor); // of what was due; what is to come is not missing
        Assert.Equal([true, false], (await BoardAsync(November with { From = Day(10) })).Days.Select(day => day.IsDue));
    }

    [Fact]
    public async Task Currencies_are_apart_and_meet_only_at_the_dated_rate()
    {
        await LinesAsync(Line(Day(16), Day(18), "s-1", 1000), Line(Day(16), Day(18), "s-1", 2000, currency: "USD"));

        var view = await BoardAsync();

        Assert.Equal([(Currency.Pen, 1000L), (Currency.Usd, 2000L)], view.Balances.Select(balance => (balance.Currency, balance.ClosingMinor)));
        Assert.Equal(10m + Math.Round(20m * view.Rates.PenPerUsd, 2), view.ClosingInSoles);
        Assert.Equal([Currency.Usd], (await BoardAsync(November with { Currency = Currency.Usd })).Days.Select(day => day.Currency));
    }

    [Fact]
    public async Task Lines_without_a_date_are_shown_as_such()
    {
        await LinesAsync(Line(Day(16), SettlementFilter.Undated, "s-1", 1000, 30, 5), Line(Day(16), Day(18), "s-1", 2000));

        var view = await BoardAsync();

        Assert.Equal([(Currency.Pen, 965L)], view.Undated.Select(undated => (undated.Currency, undated.Expected.NetMinor)));
        Assert.Equal(2000, Assert.Single(view.Balances).ClosingMinor);
        var shares = await Get<SellerSettlement>().ReadAsync(SettlementFilter.Undated, Currency.Pen, November, Fina, Ct);
        Assert.Equal(965, Assert.Single(shares.Value).Sum.NetMinor);
    }

    [Fact]
    public async Task A_seller_is_owed_the_net_and_the_commission_where_the_platform_bears_it()
    {
        await LinesAsync(
            Line(Day(17), Day(19), "s-1", 10_000, 300, 54), Line(Day(18), Day(19), "s-1", 10_000, 300, 54), Line(Day(18), Day(19), "s-2", 500, refund: 900), Line(Day(18), Day(20), "", 700));

        var shares = (await Get<SellerSettlement>().ReadAsync(Day(19), Currency.Pen, November, Fina, Ct)).Value;

        Assert.Equal([("s-1", 19_292L, 19_646L, 354L), ("s-2", -400L, -400L, 0L)], shares.Select(s => (s.SellerId, s.Sum.NetMinor, s.OwedMinor, s.BorneByPlatformMinor)));
        var all = await Get<SellerSettlement>().AllAsync(November, Fina, Ct).ToListAsync(Ct);
        Assert.Equal([(Day(19), "s-1"), (Day(19), "s-2"), (Day(20), "")], all.Select(share => (share.Date, share.SellerId)));
    }

    [Fact]
    public async Task A_month_is_billed_by_the_terms_of_its_last_day_and_only_up_to_now()
    {
        await LinesAsync(Line(new DateOnly(2026, 10, 30), Day(3), "s-1", 10_000, 300, 54));

        var bills = (await Get<MonthCharges>().ReadAsync(new SettlementFilter(new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), Fina, Ct)).Value;

        Assert.Equal([(10, 5000L, 900L, true), (11, 0L, 0L, false)], bills.Select(bill => (bill.Month.Month, bill.ChargeMinor, bill.TaxMinor, bill.IsOver)));
        Assert.Equal((10_000L, 300L), (bills[0].AmountMinor, bills[0].CommissionMinor));
    }

    [Fact]
    public async Task Only_who_may_see_money_sees_it()
    {
        Assert.Equal(RefusalCode.NotAllowed, (await Get<SettlementBoard>().ReadAsync(November, Marketplace, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<SellerSettlement>().ReadAsync(Day(1), Currency.Pen, November, Marketplace, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<MonthCharges>().ReadAsync(November, Marketplace, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<BankCreditList>().ReadAsync(November, Marketplace, Ct)).Refusal?.Code);
        Assert.Empty(await Get<SellerSettlement>().AllAsync(November, Marketplace, Ct).ToListAsync(Ct));
    }
}
