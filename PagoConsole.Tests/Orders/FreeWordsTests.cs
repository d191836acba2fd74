using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Tests.Orders;

public sealed class FreeWordsTests
{
    private static readonly OrderContent Order = new()
    {
        OrderId = "MP-1",
        Amount = Money.Of(10m, Currency.Pen),
        ReturnUrl = "https://shop.example/",
        Account = new OrderAccount("u-1", DateTimeOffset.UnixEpoch, "zoraida.hy@correo.example", "+51987001122", "PAS", "QX40718", "Zoraida Huamanyalli de la Cruz"),
        ShippingAddress = new OrderAddress("Jr. Zorritos 1421", "piso 3", "Breña", "Lima", null, "PE", null),
        Ip = "190.235.77.31",
    };

    [Theory]
    [InlineData("write to ana.q@correo.pe today", "write to a•••@correo.pe today")]
    [InlineData("call 987 001 122", "call •••122")]
    [InlineData("call +51 987-001-122.", "call •••122.")]
    [InlineData("DNI 40718293 seen", "DNI •••293 seen")]
    [InlineData("dni40718293", "dni•••293")]
    [InlineData("came from 190.235.77.31", "came from 190.235.•.•")]
    [InlineData("from 2800:200:e840:1::5 again", "from 2800:200:• again")]
    [InlineData("lives at Av. Larco 1301, Miraflores", "lives at •••, Miraflores")]
    [InlineData("asked for by Rosa Vega Quispe", "asked for by R. V. Q.")]
    [InlineData("her aunt María de los Ángeles", "her aunt M. d. l. Á.")]
    public void What_looks_personal_is_masked(string text, string shown) => Assert.Equal(shown, FreeWords.OfAnybody.Of(text));

    [Theory]
    [InlineData("refund of S/ 1,299.90 on 2026-11-22")]
    [InlineData("due 22-11-2026, order DEMO-20261122-000123, tx_20261122aa")]
    [InlineData("Banco Continental asked again at 14:02:11")]
    [InlineData("The buyer sent it back")]
    [InlineData("version 12.4.1 of 3 rules")]
    public void What_is_not_personal_stays(string text) => Assert.Equal(text, FreeWords.OfAnybody.Of(text));

    [Theory]
    [InlineData("zoraida says no", "z. says no")]
    [InlineData("HUAMANYALLI paid", "H. paid")]
    [InlineData("left at zorritos, by her door", "left at z., by her door")]
    [InlineData("passport qx40718 is hers", "passport q. is hers")]
    [InlineData("teófilo took it in", "t. took it in")]
    public void What_is_known_of_the_buyer_is_masked_however_it_is_written(string text, string shown) =>
        Assert.Equal(shown, FreeWords.About([Order], "Teofilo Zarateguy").Of(text));

    [Theory]
    [InlineData("abono 20261122001 de Rosa Vega", "abono 20261122001 de R. V.")]
    [InlineData("OP 12345678 DNI 40718293", "OP 12345678 DNI •••293")]
    public void A_reference_keeps_the_numbers_that_it_is_matched_by(string text, string shown) => Assert.Equal(shown, FreeWords.OfReferences.Of(text));

    [Fact]
    public void Whoever_said_why_reads_it_whole_and_nothing_stays_nothing()
    {
        Assert.Equal("call 987001122", FreeWords.Unmasked.Of("call 987001122"));
        Assert.Null(FreeWords.OfAnybody.Of(null));
        Assert.Equal("", FreeWords.OfAnybody.Of(""));
    }

    [Fact]
    public void A_long_hostile_text_is_read_in_time()
    {
        var text = string.Concat(Enumerable.Repeat("1 ", 4000)) + new string('A', 4000) + string.Concat(Enumerable.Repeat("Ab ", 4000)) + new string(':', 4000);

        Assert.NotEmpty(FreeWords.About([Order]).Of(text));
    }
}
