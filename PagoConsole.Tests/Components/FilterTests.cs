using PagoConsole.Core.Orders;
using PagoConsole.Core.Webhooks;
using PagoConsole.Events;
using PagoConsole.Orders;
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

    [Theory]
    [InlineData("MP-10001", "/orders/MP-10001")]
    [InlineData("A B/C?d#e", "/orders/A%20B/C%3Fd%23e")]
    public void An_order_id_may_hold_any_character(string orderId, string url) => Assert.Equal(url, ConsoleUrls.Order(orderId));
}
