using AngleSharp.Dom;
using Bunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Orders;

namespace PagoConsole.Tests.Components;

public sealed class OrdersPageTests : PageTest
{
    [Fact]
    public void Without_orders_it_says_why_it_is_empty()
    {
        var page = Show<OrdersPage>(Role.Analyst, "/orders");

        page.WaitForAssertion(() => Assert.Contains("No orders yet", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Orders_stand_with_state_amount_and_code()
    {
        var paid = await PaidAsync();
        var held = await HeldAsync();

        var page = Show<OrdersPage>(Role.Auditor, "/orders");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        var row = RowOf(page, paid.OrderId);
        Assert.Contains("Paid", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("S/\u00a0120.00", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(paid.Payment!.Cip, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("In review", RowOf(page, held.OrderId).TextContent, StringComparison.Ordinal);
        Assert.Contains("1 in review", page.Find("header.head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_changes_in_place_and_new_orders_wait_behind_a_bar()
    {
        var first = await PlaceAsync(NewOrder());
        Time.Advance(TimeSpan.FromSeconds(1));
        var page = Show<OrdersPage>(Role.Analyst, "/orders");
        page.WaitForAssertion(() => Assert.Contains("Awaiting payment", RowOf(page, first.OrderId).TextContent, StringComparison.Ordinal));

        Time.Advance(TimeSpan.FromSeconds(1));
        await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", first.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_1"));
        await SettleDownAsync();

        page.WaitForAssertion(() => Assert.Contains("Paid", RowOf(page, first.OrderId).TextContent, StringComparison.Ordinal), Patience);
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal("1 new · show", page.Find("button.fresh").TextContent);
        page.Press(() => page.Find("button.fresh"));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Patience);
    }

    [Theory]
    [InlineData("u1@example.pe")]
    [InlineData("+51 900 000 001")]
    [InlineData("00000001")]
    [InlineData("u-1")]
    public async Task An_order_is_found_by_what_identifies_its_buyer(string search)
    {
        var order = await PlaceAsync(NewOrder());

        var page = Show<OrdersPage>(Role.Analyst, $"/orders?q={Uri.EscapeDataString(search)}");

        page.WaitForAssertion(() => RowOf(page, order.OrderId));
    }

    [Fact]
    public async Task What_was_not_found_is_named()
    {
        await PlaceAsync(NewOrder());

        var page = Show<OrdersPage>(Role.Analyst, "/orders?q=nobody%40example.pe");

        page.WaitForAssertion(() => Assert.Contains("“nobody@example.pe”", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_asked_states_are_shown()
    {
        var paid = await PaidAsync();
        await HeldAsync();

        var page = Show<OrdersPage>(Role.Analyst, "/orders?status=Paid");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        RowOf(page, paid.OrderId);
        Assert.Equal("Paid1", page.Find("nav a[aria-current=true]").TextContent.Replace(" ", "", StringComparison.Ordinal).Trim());
    }

    private static TimeSpan Patience => TimeSpan.FromSeconds(10);

    private static IElement RowOf(IRenderedComponent<PageInFrame<OrdersPage>> page, string orderId) =>
        page.FindAll("tbody tr").Single(row => row.QuerySelector("td a")?.GetAttribute("href") == $"/orders/{orderId}");
}
