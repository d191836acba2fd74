using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>What each answer of PagoEfectivo means, over real HTTP.</summary>
public sealed class RestAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_answers_with_the_payment()
    {
        await using var fake = await FakeGateway.StartAsync();
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.CreateAsync("""{"order_id":"MP-10001"}""", "cmd_1", Ct);

        var payment = Assert.IsType<Answer.Succeeded>(answer).Value;
        Assert.Equal("pay_01", payment.Id);
        Assert.Equal("MP-10001", payment.OrderId);
        Assert.Equal("00012345678", payment.Cip);
        Assert.Equal("000201", payment.QrCode);
        Assert.Equal("https://pay.example/pay_01", payment.PaymentUrl);
        Assert.Equal(GatewayPaymentStatus.Pending, payment.Status);
        Assert.Equal(Money.Of(1299.90m, Currency.Pen), payment.Amount);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 20, 15, 3, TimeSpan.Zero), payment.ExpiresAt);
        Assert.Null(payment.PaidAt);
    }

    [Fact]
    public async Task Find_answers_with_what_became_of_the_payment()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => FakeGateway.Json(context, 200, Payloads.Paid);
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.FindAsync("pay_01", Ct);

        var payment = Assert.IsType<Answer.Succeeded>(answer).Value;
        Assert.Equal(GatewayPaymentStatus.Paid, payment.Status);
        Assert.Equal(Money.Of(1299.90m, Currency.Pen), payment.Amount);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 20, 15, 1, TimeSpan.Zero), payment.PaidAt);
        Assert.Equal("AGENTE-BCP", payment.Channel);
        Assert.Equal("tx_01", payment.TransactionId);
    }

    [Theory]
    [InlineData(400, 4000, GatewayError.InvalidRequest, GatewayErrorHandling.Final)]
    [InlineData(401, 4001, GatewayError.SignatureRejected, GatewayErrorHandling.Alarm)]
    [InlineData(422, 4002, GatewayError.AmountOverLimit, GatewayErrorHandling.Final)]
    [InlineData(403, 4003, GatewayError.AddressNotAllowed, GatewayErrorHandling.Alarm)]
    [InlineData(404, 4004, GatewayError.NoSuchPayment, GatewayErrorHandling.Final)]
    [InlineData(409, 4009, GatewayError.OrderHasAnotherPayment, GatewayErrorHandling.Final)]
    [InlineData(429, 4029, GatewayError.TooManyRequests, GatewayErrorHandling.Wait)]
    [InlineData(418, 4777, GatewayError.Unrecognised, GatewayErrorHandling.Alarm)]
    public async Task A_refusal_is_final_and_sent_once(int status, int code, GatewayError error, GatewayErrorHandling handling)
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => FakeGateway.Error(context, status, code, "amount");
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.CreateAsync("{}", "cmd_1", Ct);

        var refused = Assert.IsType<Answer.Refused>(answer);
        Assert.Equal(error, refused.Error);
        Assert.Equal(handling, refused.Error.Handling());
        Assert.Equal("Rechazado", refused.Message);
        Assert.Equal("amount", refused.Field);
        Assert.Single(fake.Received);
        var call = Assert.Single(refused.Calls);
        Assert.Equal((status, code, "req_err", GatewayFault.Refused), (call.Status, call.Code, call.RequestId, call.Fault));
    }

    [Theory]
    [InlineData(500, 5000, GatewayError.Internal)]
    [InlineData(503, 5030, GatewayError.Maintenance)]
    [InlineData(200, 5000, null)]
    public async Task A_failure_leaves_the_call_open(int status, int code, GatewayError? error)
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => FakeGateway.Error(context, status, code);
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct);

        Assert.Equal(error, Assert.IsType<Answer.Unknown>(answer).Error);
        Assert.Single(fake.Received);
    }

    [Theory]
    [InlineData(200, "<html>proxy</html>")]
    [InlineData(200, "")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"id":"pay_01"}""")]
    [InlineData(200, """{"id":"pay_99","order_id":"MP-10001","cip":"1","status":"pending","amount":1,"currency":"PEN"}""")]
    [InlineData(200, """{"id":"pay_01","order_id":"MP-10001","cip":"1","status":"lost","amount":1,"currency":"PEN"}""")]
    [InlineData(200, """{"id":"pay_01","order_id":"MP-10001","cip":"1","status":"pending","amount":1.234,"currency":"PEN"}""")]
    [InlineData(200, """{"id":"pay_01","id":"pay_02","order_id":"MP-1","cip":"1","status":"pending","amount":1,"currency":"PEN"}""")]
    [InlineData(200, """{"id":"pay_01","order_id":"MP-1","cip":"1","status":"pending","amount":1,"currency":"PEN","\udc00":1}""")]
    [InlineData(404, "<html>no such page</html>")]
    [InlineData(302, "")]
    public async Task An_answer_outside_the_contract_leaves_the_call_open(int status, string body)
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return FakeGateway.Json(context, status, body);
        };
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct);

        Assert.Equal(GatewayDoubt.Unreadable, Assert.IsType<Answer.Unknown>(answer).Doubt);
        Assert.Equal(GatewayFault.Unreadable, Assert.Single(answer.Calls).Fault);
        Assert.Single(fake.Received);
    }

    [Fact]
    public async Task An_endless_answer_is_given_up()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = async (context, _) =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        };
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct);

        Assert.IsType<Answer.Unknown>(answer);
    }

    [Fact]
    public async Task Too_many_requests_says_how_long_to_wait()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) =>
        {
            context.Response.Headers.RetryAfter = "17";
            return FakeGateway.Error(context, 429, 4029);
        };
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.FindAsync("pay_01", Ct);

        Assert.Equal(TimeSpan.FromSeconds(17), Assert.IsType<Answer.Refused>(answer).RetryAfter);
    }

    [Fact]
    public async Task A_signature_error_tells_how_far_the_clocks_are_apart()
    {
        var now = new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) =>
        {
            context.Response.Headers.Date = now.AddSeconds(-400).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            return FakeGateway.Error(context, 401, 4001);
        };
        await using var client = new GatewayUnderTest(fake.Address, time: new FakeTimeProvider(now));

        var answer = await client.Gateway.FindAsync("pay_01", Ct);

        Assert.Equal(-400, Assert.Single(answer.Calls).ClockSkewSeconds);
    }
}
