using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Orders.OrderStatus;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class VoucherHoardingTests(StorageProvider provider) : RiskPath(provider)
{
    [Fact]
    public async Task Three_of_four_vouchers_expired_fire_it_and_shorten_the_next()
    {
        await UseAsync(Default("voucher-hoarding"));
        await VouchersAsync("u", expired: 3, paid: 1);
        var order = NewOrder().Of("u");

        var found = await JudgeAsync(order);

        found.Saw(
            Hit, "3 of the last 4 vouchers of the account expired unpaid", "75 % of at least 4", "3", "4", "Account", "75", "4");
        Assert.Equal((RuleAction.Score, 20), (found.Action, found.Score));
        var placed = await OrderAsync(order.OrderId);
        Assert.Equal((120, Now.AddHours(2)), (placed.VoucherMinutes, placed.DueAt));
    }

    [Fact]
    public async Task Three_vouchers_are_too_few()
    {
        await UseAsync(Default("voucher-hoarding"));
        await VouchersAsync("u", expired: 3, paid: 0);
        var order = NewOrder().Of("u");

        Assert.Equal(Quiet, await ResultAsync(order));
        Assert.Equal(24 * 60, (await OrderAsync(order.OrderId)).VoucherMinutes);
    }

    [Fact]
    public async Task Under_three_quarters_it_is_quiet()
    {
        await UseAsync(Default("voucher-hoarding"));
        await VouchersAsync("u", expired: 5, paid: 2);

        Assert.Equal("5", (await JudgeAsync(NewOrder().Of("u"))).Args[0]);
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("u")));
        await VouchersAsync("u", expired: 1, paid: 0);
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("u")));
    }

    [Fact]
    public async Task Only_vouchers_that_ended_count_and_of_those_the_last()
    {
        await UseAsync(RuleEntry.Of("voucher-hoarding", RuleAction.Score, new VoucherHoardingSettings { Last = 2, AtLeast = 2, Percent = 100 }, 20));
        await VouchersAsync("u", expired: 2, paid: 0);
        Time.Advance(TimeSpan.FromMinutes(1));
        await PlaceAsync(NewOrder().Of("u"));
        await EndAsync(NewOrder().Of("u"), Cancelled);

        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("u")));
        await VouchersAsync("u", expired: 0, paid: 1);
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("u")));
    }

    [Fact]
    public async Task Money_that_came_late_is_money()
    {
        await UseAsync(Default("voucher-hoarding"));
        await VouchersAsync("u", expired: 3, paid: 0);
        await EndAsync(NewOrder().Of("u"), Expired, PaidLate);
        await EndAsync(NewOrder().Of("u"), Expired, PaidLate);

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("u")));
    }

    [Theory]
    [InlineData("Phone")]
    [InlineData("Document")]
    [InlineData("Device")]
    public async Task Phone_document_and_device_tie_accounts_together(string kind)
    {
        await UseAsync(Default("voucher-hoarding"));
        for (var i = 0; i < 4; i++) await EndAsync(Shared(), Expired);

        Assert.Equal(kind, (await JudgeAsync(Shared())).Args[2]);
        Assert.Equal(Quiet, await ResultAsync(NewOrder()));

        OrderContent Shared() => kind switch
        {
            "Phone" => NewOrder().Phone("987000111"),
            "Document" => NewOrder().Document("40404040"),
            _ => NewOrder().On("fp-shared"),
        };
    }

    [Fact]
    public async Task A_voucher_older_than_a_year_is_forgotten()
    {
        await UseAsync(RuleEntry.Of("voucher-hoarding", RuleAction.Score, new VoucherHoardingSettings { AtLeast = 1 }, 20));
        await EndAsync(NewOrder().Of("old").At(Now.AddDays(-365)), Expired);
        await EndAsync(NewOrder().Of("new").At(Now.AddDays(-365).AddMilliseconds(1)), Expired);

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("old")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("new")));
    }

    private async Task VouchersAsync(string account, int expired, int paid)
    {
        for (var i = 0; i < expired; i++) await EndAsync(NewOrder().Of(account), Expired);
        for (var i = 0; i < paid; i++) await EndAsync(NewOrder().Of(account), Paid);
    }
}

public sealed class VoucherHoardingTestsOnSqlite() : VoucherHoardingTests(StorageProvider.Sqlite);

public sealed class VoucherHoardingTestsOnPostgres() : VoucherHoardingTests(StorageProvider.Postgres);
