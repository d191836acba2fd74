using Bunit;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class SharedComponentTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
    private readonly ConsoleContext context;

    public SharedComponentTests() => context = new ConsoleContext(time);

    public static TheoryData<OrderStatus> Statuses => [.. Enum.GetValues<OrderStatus>()];

    public void Dispose() => context.Dispose();

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_status_is_icon_word_and_colour(OrderStatus status)
    {
        var chip = context.Render<OrderStatusChip>(p => p.Add(c => c.Status, status));

        Assert.NotEmpty(chip.FindAll("svg"));
        Assert.NotEmpty(chip.Find("span.chip").TextContent.Trim());
        Assert.Contains("tone-", chip.Find("span.chip").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_says_why()
    {
        var chip = context.Render<OrderStatusChip>(p => p.Add(c => c.Status, OrderStatus.Cancelled).Add(c => c.Reason, "gateway_refused"));

        Assert.Equal("PagoEfectivo refused to create the payment code.", chip.Find(".chip").GetAttribute("title"));
    }

    [Fact]
    public void Money_has_its_currency_small_before_it()
    {
        var money = context.Render<MoneyText>(p => p.Add(m => m.Value, Money.Of(1299.90m, Currency.Pen)));

        Assert.Equal("S/", money.Find(".currency").TextContent);
        Assert.Equal("S/\u00a01,299.90", money.Find(".money").TextContent.Trim());
    }

    [Fact]
    public void An_instant_ticks_by_itself_and_is_copied_with_its_offset()
    {
        var instant = context.Render<InstantText>(p => p.Add(i => i.Value, time.GetUtcNow()));
        Assert.Equal("just now", instant.Find("time").TextContent);
        Assert.Equal("2026-11-22T12:00:00.000-05:00", instant.Find("button").GetAttribute("data-copy"));

        time.Advance(TimeSpan.FromSeconds(40));

        instant.WaitForAssertion(() => Assert.Equal("40 s ago", instant.Find("time").TextContent));
    }

    [Fact]
    public void A_long_identifier_is_shown_short_and_copied_whole()
    {
        const string Id = "pay_01JDC0000000000000000000XY";
        var text = context.Render<CopyText>(p => p.Add(c => c.Value, Id).Add(c => c.MaxLength, 16).Add(c => c.Label, "Payment"));

        Assert.Equal(16, text.Find("code").TextContent.Length);
        Assert.Equal(Id, text.Find("button").GetAttribute("data-copy"));
        Assert.Equal("Copy Payment", text.Find("button").GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData("person:Ana Quispe", "Ana Quispe", "AQ")]
    [InlineData("job:review (person:Ana Quispe)", "Ana Quispe", "AQ")]
    [InlineData("job:expiry", "System: expiry", null)]
    [InlineData("key:shop", "Marketplace (shop)", null)]
    [InlineData("pagoefectivo", "PagoEfectivo", null)]
    public void Who_did_it_is_named(string actor, string name, string? initials)
    {
        var person = context.Render<PersonText>(p => p.Add(t => t.Actor, actor));

        Assert.Equal(name, person.Find(".name").TextContent);
        Assert.Equal(initials, person.FindAll(".face").SingleOrDefault()?.TextContent);
    }

    [Fact]
    public void A_failure_says_what_to_quote_and_tries_again()
    {
        var tried = false;
        var error = context.Render<ErrorState>(p => p.Add(e => e.Reference, "fail_1").Add(e => e.OnRetry, () => tried = true));

        Assert.Contains("fail_1", error.Markup, StringComparison.Ordinal);
        error.Act(() => error.Find("button.mud-button-root"), element => element.Click());
        Assert.True(tried);
    }

    [Fact]
    public void Filters_are_links_that_say_which_is_on()
    {
        FilterChip[] chips = [new("All", "/orders", false), new("Paid", "/orders?status=Paid", true, 1000, More: true)];
        var shown = context.Render<FilterChips>(p => p.Add(f => f.Items, chips).Add(f => f.Label, "State"));

        var active = shown.Find("a[aria-current=true]");
        Assert.Equal("/orders?status=Paid", active.GetAttribute("href"));
        Assert.Equal("1,000+", active.QuerySelector(".count")!.TextContent);
    }
}
