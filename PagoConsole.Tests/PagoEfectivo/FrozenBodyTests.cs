using System.Text;
using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Tests.PagoEfectivo;

public sealed class FrozenBodyTests
{
    private static readonly CreatePayment Whole = new()
    {
        OrderId = "MP-10001",
        Amount = Money.Of(1300m, Currency.Pen),
        ExpiresAt = new DateTimeOffset(2026, 11, 23, 15, 15, 3, TimeSpan.FromHours(-5)),
        ReturnUrl = "https://shop.example/thanks?a=1&b=2",
        Concept = "Pedido MP-10001",
        Customer = new("ana@example.pe", "Ana Ñahui 安娜", "DNI", "45678912", "+51987654321"),
    };

    [Fact]
    public void Create_is_written_as_the_contract_has_it() =>
        Assert.Equal(
            """
            {"order_id":"MP-10001","amount":1300.00,"currency":"PEN","expires_at":"2026-11-23T20:15:03Z",
            "return_url":"https://shop.example/thanks?a=1&b=2","concept":"Pedido MP-10001",
            "customer":{"email":"ana@example.pe","full_name":"Ana Ñahui 安娜","document_type":"DNI","document_number":"45678912","phone":"+51987654321"}}
            """.ReplaceLineEndings(""),
            Whole.ToBody());

    [Fact]
    public void What_is_not_known_of_the_buyer_is_left_out()
    {
        var body = (Whole with { Customer = new(Email: "ana@example.pe") }).ToBody();

        Assert.EndsWith("""
            "customer":{"email":"ana@example.pe"}}
            """, body, StringComparison.Ordinal);
    }

    [Fact]
    public void Refund_is_written_as_the_contract_has_it() =>
        Assert.Equal("""{"amount":10.50,"reason":"Cambió de opinión"}""", new RefundPayment(Money.Of(10.5m, Currency.Usd), "Cambió de opinión").ToBody());

    [Theory]
    [InlineData("quote \" and \\ and \n and \u0000")]
    [InlineData("</script>&'+")]
    [InlineData("regalo 😀")]
    public void Awkward_text_survives(string concept)
    {
        using var read = JsonDocument.Parse((Whole with { Concept = concept }).ToBody());

        Assert.Equal(concept, read.RootElement.GetProperty("concept").GetString());
    }

    [Fact]
    public void Half_a_character_does_not_make_the_body_invalid()
    {
        var body = (Whole with { Concept = "half \ud83d of one" }).ToBody();

        using var read = JsonDocument.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(body));
        Assert.Equal("half \ufffd of one", read.RootElement.GetProperty("concept").GetString());
    }
}
