using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.PagoEfectivo;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>What is sent again by itself, and what never is.</summary>
public sealed class RestRepeatTests
{
    private const string Body = """{"order_id":"MP-10001","concept":"Compra en Lima — 你好"}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeated_create_carries_the_same_key_and_body_under_a_fresh_signature()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromSeconds(2) };
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = FailTwice(context => FakeGateway.Json(context, 201, Payloads.Pending));
        await using var client = new GatewayUnderTest(fake.Address, time: time);

        var answer = await client.Gateway.CreateAsync(Body, "cmd_1", Ct);

        Assert.IsType<Answer.Succeeded>(answer);
        Assert.Equal(3, fake.Received.Count);
        Assert.All(fake.Received, sent => Assert.Equal(("cmd_1", Body), (sent.Header("Idempotency-Key"), sent.Body)));
        Assert.Equal(3, fake.Received.Select(sent => sent.Header("X-Timestamp")).Distinct().Count());
        Assert.Equal(3, fake.Received.Select(sent => sent.Header("X-Signature")).Distinct().Count());
        Assert.Equal([1, 2, 3], answer.Calls.Select(call => call.Attempt));
        Assert.Equal([GatewayFault.Failed, GatewayFault.ConnectionBroke, GatewayFault.None], answer.Calls.Select(call => call.Fault));
    }

    [Fact]
    public async Task A_repeated_cancel_carries_the_same_key()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = FailTwice(context => FakeGateway.Json(context, 200, Payloads.Paid));
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.CancelAsync("pay_01", "cmd_2", Ct);

        Assert.IsType<Answer.Succeeded>(answer);
        Assert.Equal(["cmd_2", "cmd_2", "cmd_2"], fake.Received.Select(sent => sent.Header("Idempotency-Key")));
    }

    [Fact]
    public async Task A_look_up_is_repeated()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = FailTwice(context => FakeGateway.Json(context, 200, Payloads.Paid));
        await using var client = new GatewayUnderTest(fake.Address);

        Assert.IsType<Answer.Succeeded>(await client.Gateway.FindAsync("pay_01", Ct));
        Assert.Equal(3, fake.Received.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task A_refund_is_sent_once_whatever_happens(int status)
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) =>
        {
            if (status != 0) return FakeGateway.Error(context, status, status * 10);
            context.Abort();
            return Task.CompletedTask;
        };
        await using var client = new GatewayUnderTest(fake.Address);

        Assert.IsType<Answer.Unknown>(await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct));
        Assert.Single(fake.Received);
    }

    [Fact]
    public async Task One_lost_answer_does_not_lose_the_call()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, n) =>
            n == 1 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : FakeGateway.Json(context, 201, Payloads.Pending);
        await using var client = new GatewayUnderTest(fake.Address, timeoutSeconds: 2);

        var answer = await client.Gateway.CreateAsync(Body, "cmd_1", Ct);

        Assert.IsType<Answer.Succeeded>(answer);
        Assert.Equal([GatewayFault.TimedOut, GatewayFault.None], answer.Calls.Select(call => call.Fault));
    }

    [Fact]
    public async Task Repeats_do_not_outlast_the_time_of_the_call()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await using var client = new GatewayUnderTest(fake.Address, timeoutSeconds: 1);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var answer = await client.Gateway.CreateAsync(Body, "cmd_1", Ct);

        Assert.Equal(GatewayDoubt.TimedOut, Assert.IsType<Answer.Unknown>(answer).Doubt);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(3));
        Assert.Equal(2, answer.Calls.Count);
    }

    [Fact]
    public async Task A_long_maintenance_is_not_sat_out()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) =>
        {
            context.Response.Headers.RetryAfter = "120";
            return FakeGateway.Error(context, 503, 5030);
        };
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.CreateAsync(Body, "cmd_1", Ct);

        var unknown = Assert.IsType<Answer.Unknown>(answer);
        Assert.Equal((GatewayError.Maintenance, TimeSpan.FromSeconds(120)), (unknown.Error, unknown.RetryAfter));
        Assert.Single(fake.Received);
    }

    [Theory]
    [InlineData(400, 4000, true)]
    [InlineData(422, 4002, true)]
    [InlineData(401, 4001, false)]
    [InlineData(403, 4003, false)]
    [InlineData(429, 4029, false)]
    public async Task After_an_attempt_whose_fate_is_open_only_a_final_refusal_settles_the_call(int status, int code, bool settles)
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, n) => n == 1 ? FakeGateway.Error(context, 500, 5000) : FakeGateway.Error(context, status, code);
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.CreateAsync(Body, "cmd_1", Ct);

        Assert.Equal(settles, answer is Answer.Refused { Error: var refused } && refused == GatewayErrors.Of(code));
        Assert.Equal(!settles, answer is Answer.Unknown { Error: var open } && open == GatewayErrors.Of(code));
    }

    private static Func<HttpContext, int, Task> FailTwice(Func<HttpContext, Task> then) => (context, n) =>
    {
        if (n == 1) return FakeGateway.Error(context, 500, 5000);
        if (n == 3) return then(context);
        context.Abort();
        return Task.CompletedTask;
    };
}
