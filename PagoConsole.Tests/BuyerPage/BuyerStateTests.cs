using PagoConsole.BuyerPage;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Tests.BuyerPage;

public sealed class BuyerStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(OrderStatus.InReview, null, BuyerState.Review)]
    [InlineData(OrderStatus.AwaitingPayment, null, BuyerState.Wait)]
    [InlineData(OrderStatus.AwaitingPayment, 1, BuyerState.Pay)]
    [InlineData(OrderStatus.AwaitingPayment, 0, BuyerState.Closing)]
    [InlineData(OrderStatus.AwaitingPayment, -1, BuyerState.Closing)]
    [InlineData(OrderStatus.Paid, -1, BuyerState.Paid)]
    [InlineData(OrderStatus.Shipped, -1, BuyerState.Paid)]
    [InlineData(OrderStatus.PaidLate, -1, BuyerState.Late)]
    [InlineData(OrderStatus.RefundRequested, -1, BuyerState.Refund)]
    [InlineData(OrderStatus.Refunded, -1, BuyerState.Refunded)]
    [InlineData(OrderStatus.Expired, -1, BuyerState.Expired)]
    [InlineData(OrderStatus.Cancelled, 1, BuyerState.Cancelled)]
    [InlineData(OrderStatus.Rejected, null, BuyerState.Rejected)]
    public void What_a_buyer_is_to_know(OrderStatus status, int? hoursLeft, BuyerState expected)
    {
        var order = new BuyerOrder(
            "MP-1", status, Money.Of(12, new Currency("PEN")), hoursLeft is null ? null : "00012345678", null, hoursLeft is { } h ? Now.AddHours(h) : null, null, "");

        Assert.Equal(expected, order.StateAt(Now));
    }

    [Theory]
    [InlineData("https://shop.example/thanks?order=1", "https://shop.example/thanks?order=1")]
    [InlineData("http://shop.example/", "http://shop.example/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("/thanks", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_addresses_of_the_web_are_linked_to(string? address, string? link) => Assert.Equal(link, BuyerWords.Web(address));

    [Fact]
    public void A_drawing_of_a_code_is_a_few_kilobytes()
    {
        var drawing = QrDrawing.Of("00012345678|PEN|1299.90|https://pagos.example.pe/cip/00012345678");

        Assert.InRange(drawing.Path.Length, 500, 6000);
        Assert.StartsWith("M4 4h7v1H4z", drawing.Path, StringComparison.Ordinal); // the first row of the finder, within the quiet zone
    }

    [Fact]
    public void Whoever_tries_many_addresses_waits_and_their_neighbours_do_not()
    {
        using var limit = new GuessLimit();
        var (guesser, sameNetwork, neighbour) = (Address("2001:db8:1:2::1"), Address("2001:db8:1:2::ffff"), Address("2001:db8:1:3::1"));
        for (var n = 0; n < GuessLimit.Most; n++)
        {
            Assert.True(limit.Lets(guesser));
            limit.Wrong(guesser);
        }

        Assert.False(limit.Lets(guesser));
        Assert.False(limit.Lets(sameNetwork));
        Assert.True(limit.Lets(neighbour));
        Assert.True(limit.Lets(null));
    }

    private static System.Net.IPAddress Address(string text) => System.Net.IPAddress.Parse(text);
}
