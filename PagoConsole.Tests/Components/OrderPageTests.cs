using Bunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Orders;

namespace PagoConsole.Tests.Components;

public sealed class OrderPageTests : PageTest
{
    [Fact]
    public async Task It_shows_state_decision_code_and_what_happened()
    {
        var order = await PaidAsync();

        var page = ShowOrder(Role.Auditor, order.OrderId);

        page.WaitForAssertion(() => Assert.Contains("Approved by the rules", page.Markup, StringComparison.Ordinal));
        Assert.Contains("is within PagoEfectivo's limit of S/ 5,000.00", page.Markup, StringComparison.Ordinal);
        Assert.Equal(order.Payment!.Cip, page.Find(".cip code").TextContent);
        var timeline = page.Find("ol.timeline").TextContent;
        Assert.Contains("Placed for S/ 120.00", timeline, StringComparison.Ordinal);
        Assert.Contains($"Payment code {order.Payment.Cip} created", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("Kind_", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_turns_to_paid_by_itself()
    {
        var order = await PlaceAsync(NewOrder());
        var page = ShowOrder(Role.Analyst, order.OrderId);
        page.WaitForAssertion(() => Assert.Contains("Awaiting payment", page.Find(".state").TextContent, StringComparison.Ordinal));

        await SendAsync(Event("payment.paid", order.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_1"));
        await SettleDownAsync();

        page.WaitForAssertion(() => Assert.Contains("Paid", page.Find(".state").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Personal_data_is_masked_until_somebody_says_why_they_need_it()
    {
        var order = await PlaceAsync(NewOrder());
        var page = ShowOrder(Role.Analyst, order.OrderId);
        page.WaitForAssertion(() => Assert.Contains("u•••@example.pe", page.Markup, StringComparison.Ordinal));

        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "Show"));
        page.Act(() => page.Find("textarea"), element => element.Input("Called the buyer"));
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Show"));

        page.WaitForAssertion(() => Assert.Contains("u1@example.pe", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Personal data shown", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Admin)]
    public async Task Who_may_not_see_personal_data_is_not_offered_it(Role role)
    {
        var order = await PlaceAsync(NewOrder());

        var page = ShowOrder(role, order.OrderId);

        page.WaitForAssertion(() => Assert.Contains("u•••@example.pe", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Show");
    }

    [Theory]
    [InlineData(Role.Analyst, true)]
    [InlineData(Role.Lead, true)]
    [InlineData(Role.Finance, false)]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Auditor, true)]
    public async Task Only_who_sees_reviews_is_led_to_the_case(Role role, bool offered)
    {
        var order = await HeldAsync();

        var page = ShowOrder(role, order.OrderId);

        page.WaitForAssertion(() => Assert.Contains("Sent to review by the rules", page.Markup, StringComparison.Ordinal));
        Assert.Equal(offered, page.FindAll($".actions a[href='/reviews/{order.OrderId}']").Count == 1);
    }

    [Fact]
    public async Task Money_that_does_not_fit_leads_to_its_case()
    {
        var order = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", order.Payment!.PaymentId, Money.Of(119m, Currency.Pen), "tx_1"));
        await SettleDownAsync();
        var page = ShowOrder(Role.Finance, order.OrderId);

        page.WaitForAssertion(() => Assert.Contains("Too little", page.Markup, StringComparison.Ordinal));
        var open = Assert.Single(await CasesAsync(order.OrderId));
        Assert.Single(page.FindAll($"a[href='/money/{open.CaseId}']"));
    }

    [Fact]
    public void An_order_that_is_not_there_is_said_to_be_missing()
    {
        var page = ShowOrder(Role.Analyst, "nope");

        page.WaitForAssertion(() => Assert.Contains("There is no such page", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<PageInFrame<OrderDetailPage>> ShowOrder(Role role, string orderId) =>
        Show<OrderDetailPage>(role, $"/orders/{orderId}", (nameof(OrderDetailPage.OrderId), orderId));
}
