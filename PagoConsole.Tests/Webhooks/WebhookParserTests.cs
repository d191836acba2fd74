using System.Text;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Tests.Webhooks;

public sealed class WebhookParserTests
{
    private const string Paid = """
        { "event_id": "evt_01J", "type": "payment.paid", "created_at": "2026-11-22T20:15:03Z", "request_id": "req_1",
          "data": { "payment_id": "pay_1", "order_id": "MP-10001", "cip": "00012345678", "status": "paid",
                    "amount": "1299.90", "currency": "PEN", "paid_at": "2026-11-22T15:15:01-05:00",
                    "channel": "AGENTE-BCP", "transaction_id": "tx_1" } }
        """;

    [Fact]
    public void The_delivery_of_the_contract_is_read_whole() =>
        Assert.Equal(
            new WebhookMessage
            {
                EventId = "evt_01J",
                Type = WebhookMessage.Paid,
                PaymentId = "pay_1",
                CreatedAt = new DateTimeOffset(2026, 11, 22, 20, 15, 3, TimeSpan.Zero),
                RequestId = "req_1",
                OrderId = "MP-10001",
                Cip = "00012345678",
                Status = "paid",
                Amount = Money.Of(1299.90m, Currency.Pen),
                PaidAt = new DateTimeOffset(2026, 11, 22, 20, 15, 1, TimeSpan.Zero),
                Channel = "AGENTE-BCP",
                TransactionId = "tx_1",
            },
            Parse(Paid).Value);

    [Theory]
    [InlineData("payment.expired")]
    [InlineData("payment.of_tomorrow")]
    public void What_is_not_about_money_needs_no_money(string type)
    {
        var message = Parse($$"""{"event_id":"e","type":"{{type}}","data":{"payment_id":"p"},"else":[1,{"a":null}]}""").Value;

        Assert.Equal((type, "p", null), (message.Type, message.PaymentId, message.Amount));
    }

    [Theory]
    [InlineData("1299.9", 129990)]
    [InlineData("\"1299.90\"", 129990)]
    [InlineData("1300", 130000)]
    [InlineData("\"0.01\"", 1)]
    [InlineData("0", 0)] // differs from every order, which is for people to see
    [InlineData("\"0.00\"", 0)]
    [InlineData("1000000000", 100_000_000_000)]
    public void An_amount_may_be_a_number_or_a_text(string amount, long minor) =>
        Assert.Equal(new Money(minor, Currency.Pen), Parse(WithAmount(amount)).Value.Amount);

    [Theory]
    [InlineData("-5")]
    [InlineData("\"-5\"")]
    [InlineData("12.345")]
    [InlineData("\"12.345\"")]
    [InlineData("1e3")]
    [InlineData("1000000000.01")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("0.0100000000000000000000000000000001")]
    [InlineData("\"1,299.90\"")]
    [InlineData("\"S/ 10\"")]
    [InlineData("\" 10\"")]
    [InlineData("\"+10\"")]
    [InlineData("\"\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"١٢\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[10]")]
    public void What_is_no_sum_of_money_is_refused(string amount) => Assert.Equal("data.amount", FieldAtFault(WithAmount(amount)));

    [Theory]
    [InlineData("\"PE\"")]
    [InlineData("\"PENS\"")]
    [InlineData("\"P3N\"")]
    [InlineData("604")]
    [InlineData("null")]
    public void What_is_no_currency_is_refused(string currency) =>
        Assert.Equal("data.currency", FieldAtFault(Paid.Replace("\"PEN\"", currency, StringComparison.Ordinal)));

    [Fact]
    public void Money_in_a_currency_of_no_order_is_still_money() =>
        Assert.Equal("EUR", Parse(Paid.Replace("PEN", "EUR", StringComparison.Ordinal)).Value.Amount!.Value.Currency.Code);

    [Theory]
    [InlineData("event_id")]
    [InlineData("type")]
    [InlineData("data")]
    [InlineData("data.payment_id")]
    [InlineData("data.amount")]
    [InlineData("data.currency")]
    public void A_required_field_that_is_missing_is_named(string field)
    {
        var name = field.Split('.')[^1];

        Assert.Equal(field, FieldAtFault(Paid.Replace($"\"{name}\"", "\"other\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"event_id":7,"type":"t","data":{"payment_id":"p"}}""", "event_id")]
    [InlineData("""{"event_id":"","type":"t","data":{"payment_id":"p"}}""", "event_id")]
    [InlineData("""{"event_id":"  ","type":"t","data":{"payment_id":"p"}}""", "event_id")]
    [InlineData("""{"event_id":"e","type":null,"data":{"payment_id":"p"}}""", "type")]
    [InlineData("""{"event_id":"e","type":["t"],"data":{"payment_id":"p"}}""", "type")]
    [InlineData("""{"event_id":"e","type":"t","data":[]}""", "data")]
    [InlineData("""{"event_id":"e","type":"t","data":"p"}""", "data")]
    [InlineData("""{"event_id":"e","type":"t","data":{"payment_id":{}}}""", "data.payment_id")]
    public void A_required_field_of_the_wrong_type_is_named(string body, string field) => Assert.Equal(field, FieldAtFault(body));

    [Fact]
    public void Identifiers_are_bounded()
    {
        var longest = new string('x', 128);

        Assert.True(Parse($$$"""{"event_id":"{{{longest}}}","type":"t","data":{"payment_id":"{{{longest}}}"}}""").Done);
        Assert.Equal("event_id", FieldAtFault($$$"""{"event_id":"{{{longest}}}x","type":"t","data":{"payment_id":"p"}}"""));
        Assert.Equal("data.payment_id", FieldAtFault($$$"""{"event_id":"e","type":"t","data":{"payment_id":"{{{longest}}}x"}}"""));
        Assert.Equal("data.transaction_id",
            FieldAtFault($$$"""{"event_id":"e","type":"t","data":{"payment_id":"p","transaction_id":"{{{longest}}}x"}}"""));
    }

    [Fact]
    public void Optional_fields_of_the_wrong_type_are_left_out()
    {
        var message = Parse("""
            {"event_id":"e","type":"payment.refunded","created_at":"yesterday","request_id":7,
             "data":{"payment_id":"p","order_id":[],"paid_at":"2026-11-22T15:15:01","amount":"much","currency":"PEN","channel":{}}}
            """).Value;

        Assert.Equal(new WebhookMessage { EventId = "e", Type = WebhookMessage.Refunded, PaymentId = "p" }, message);
    }

    [Theory]
    [InlineData("2026-11-22T20:15:01.250Z", true)]
    [InlineData("2026-11-22T15:15:01-05:00", true)]
    [InlineData("2026-11-22T20:15:01", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("11/22/2026 20:15:01 Z", false)]
    [InlineData("2026-02-30T20:15:01Z", false)]
    [InlineData("0001-01-01T00:00:00+14:00", false)]
    public void An_instant_has_its_offset(string paidAt, bool taken) =>
        Assert.Equal(taken, Parse(Paid.Replace("2026-11-22T15:15:01-05:00", paidAt, StringComparison.Ordinal)).Value.PaidAt is not null);

    [Fact]
    public void A_transaction_that_is_a_number_keeps_its_digits() =>
        Assert.Equal("12345678901234567890123",
            Parse("""{"event_id":"e","type":"t","data":{"payment_id":"p","transaction_id":12345678901234567890123}}""").Value.TransactionId);

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("""{"event_id":"e",}""")]
    [InlineData("""{/**/"event_id":"e","type":"t","data":{"payment_id":"p"}}""")]
    [InlineData("""{"event_id":"a","type":"t","data":{"payment_id":"p"},"event_id":"b"}""")]
    [InlineData("""{"event_id":"e","type":"t","data":{"payment_id":"p","payment\u005fid":"q"}}""")]
    [InlineData("""{"event_id":"e\u0000","type":"t","data":{"payment_id":"p"}}""")]
    [InlineData("""{"event_id":"e","type":"t","data":{"payment_id":"p","note":"\ud83d"}}""")]
    [InlineData("""{"event_id":"e","type":"t","data":{"payment_id":"p","\udc00":1}}""")]
    [InlineData("""{"event_id":"e","type":"t","data":{"payment_id":"p","\u0000":1}}""")]
    [InlineData("\ufeff{\"event_id\":\"e\",\"type\":\"t\",\"data\":{\"payment_id\":\"p\"}}")]
    public void What_cannot_be_trusted_to_mean_one_thing_is_refused(string body)
    {
        var refusal = Parse(body).Refusal;

        Assert.Equal((RefusalCode.Invalid, null), (refusal!.Code, refusal.Field));
        Assert.NotEmpty(refusal.Detail!);
    }

    [Fact]
    public void Whole_characters_written_as_escapes_are_taken() =>
        Assert.Equal("Caja 😀 ñ", Parse("""{"event_id":"e","type":"t","data":{"payment_id":"p","channel":"Caja \ud83d\ude00 \u00f1"}}""").Value.Channel);

    [Fact]
    public void Deep_json_is_refused() =>
        Assert.False(Parse($$$"""{"event_id":"e","type":"t","data":{"payment_id":"p","x":{{{new string('[', 5000)}}}{{{new string(']', 5000)}}}}}""").Done);

    [Fact]
    public void Bytes_that_are_no_unicode_are_refused() =>
        Assert.False(WebhookParser.Parse(new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}' }).Done);

    [Fact]
    public void Nothing_that_is_sent_makes_it_throw()
    {
        var chance = new Random(20261122);
        var good = Encoding.UTF8.GetBytes(Paid);
        byte[] awkward = [0, (byte)'"', (byte)'\\', (byte)'u', (byte)'{', (byte)'[', (byte)'}', 0x80, 0xC3, 0xED, 0xF0, 0xFF, (byte)'e', (byte)'9'];
        for (var round = 0; round < 5_000; round++)
        {
            var body = good.ToList();
            for (var change = chance.Next(1, 6); change > 0; change--)
            {
                var at = chance.Next(body.Count);
                if (chance.Next(3) == 0) body.RemoveAt(at);
                else if (chance.Next(2) == 0) body[at] = awkward[chance.Next(awkward.Length)];
                else body.Insert(at, awkward[chance.Next(awkward.Length)]);
            }

            var result = WebhookParser.Parse(body.ToArray());
            Assert.True(result.Done || result.Refusal!.Code == RefusalCode.Invalid);
        }
    }

    private static Result<WebhookMessage> Parse(string body) => WebhookParser.Parse(Encoding.UTF8.GetBytes(body));

    private static string? FieldAtFault(string body) => Parse(body).Refusal?.Field;

    private static string WithAmount(string amount) => Paid.Replace("\"1299.90\"", amount, StringComparison.Ordinal);
}
