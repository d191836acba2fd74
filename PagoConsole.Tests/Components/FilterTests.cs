using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Webhooks;
using PagoConsole.Events;
using PagoConsole.Orders;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class FilterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero); // the 22nd, ten in the evening, in Lima

    [Fact]
    public void A_filter_survives_its_address()
    {
        var filter = new OrdersFilter
        {
            Search = "ana@example.pe",
            Statuses = [OrderStatus.Paid, OrderStatus.PaidLate],
            Period = OrdersPeriod.Week,
            After = new OrderCursor(Now, "MP~1/a"),
        };

        var query = filter.ToQuery().ToDictionary(part => part.Name, part => part.Value);
        var read = OrdersFilter.Parse(query["q"], query["status"], query["period"], query["after"], query["open"]);

        Assert.Equal(filter with { Statuses = [] }, read with { Statuses = [] });
        Assert.Equal(filter.Statuses, read.Statuses);
    }

    [Theory]
    [InlineData("x", "Nope,99", "12", "12")]
    [InlineData("", "", "", "~")]
    [InlineData(null, null, null, "99999999999999999~MP-1")]
    public void Nonsense_in_an_address_is_no_filter(string? search, string? status, string? period, string? after)
    {
        var read = OrdersFilter.Parse(search, status, period, after, null);

        Assert.Equal((OrdersPeriod.All, (OrderCursor?)null), (read.Period, read.After));
        Assert.DoesNotContain(read.Statuses, one => !Enum.IsDefined(one));
    }

    [Fact]
    public void Today_begins_at_midnight_in_Lima() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero), new OrdersFilter { Period = OrdersPeriod.Today }.ToCore(Now, null).From);

    [Fact]
    public void A_verdict_is_switched_on_and_off()
    {
        var on = EventsFilter.Toggle([], DeliveryVerdict.PaidTwice);

        Assert.Equal([DeliveryVerdict.PaidTwice], EventsFilter.Parse(string.Join(',', on)));
        Assert.Empty(EventsFilter.Toggle(on, DeliveryVerdict.PaidTwice));
        Assert.Empty(EventsFilter.Parse("Waiting,nope,,99"));
    }

    [Fact]
    public void The_filters_of_rules_and_lists_survive_their_addresses()
    {
        var rules = new RulesFilter { Search = "a & b", Mode = RuleMode.Shadow, Action = RuleAction.Reject, Open = "ip-velocity" };
        var lists = new ListsFilter { Search = "+51987654321", Effect = ListEffect.Trust, Kind = ListedKind.Phone, Ended = true };

        var one = rules.ToQuery().ToDictionary(part => part.Name, part => part.Value);
        var other = lists.ToQuery().ToDictionary(part => part.Name, part => part.Value);

        Assert.Equal(rules, RulesFilter.Parse(one["q"], one["mode"], one["action"], one["open"]));
        Assert.Equal(lists, ListsFilter.Parse(other["q"], other["effect"], other["kind"], other["ended"]));
        Assert.Equal(new RulesFilter(), RulesFilter.Parse(" ", "Nope", "99", null));
        Assert.Equal(new ListsFilter(), ListsFilter.Parse("", "7", "Nope", "yes"));
        Assert.Equal("/rules/lists?q=%2B51987654321&effect=Trust&kind=Phone&ended=1", ConsoleUrls.Lists(lists));
    }

    [Theory]
    [InlineData("u-881", "/accounts/u-881")]
    [InlineData("a b/c?d", "/accounts/a%20b/c%3Fd")]
    public void An_account_id_may_hold_any_character(string accountId, string url) => Assert.Equal(url, ConsoleUrls.Account(accountId));

    [Theory]
    [InlineData("MP-10001", "/orders/MP-10001")]
    [InlineData("A B/C?d#e", "/orders/A%20B/C%3Fd%23e")]
    public void An_order_id_may_hold_any_character(string orderId, string url) => Assert.Equal(url, ConsoleUrls.Order(orderId));
}
