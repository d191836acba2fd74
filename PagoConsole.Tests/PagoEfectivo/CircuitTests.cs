using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Rest;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>The circuit breaker that all calls share, and what the console sees of it.</summary>
public sealed class CircuitTests
{
    private static readonly GatewayPatience Nervous = GatewayUnderTest.Quick with
    {
        Repeats = 1,
        FewestAttempts = 4,
        Break = TimeSpan.FromMilliseconds(600),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_opens_on_failures_tries_once_and_closes_again()
    {
        var failing = true;
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) =>
            failing ? FakeGateway.Error(context, 500, 5000) : FakeGateway.Json(context, 200, Payloads.Paid);
        await using var client = new GatewayUnderTest(fake.Address, Nervous);
        var changes = new List<GatewayCircuit>();
        client.Health.CircuitChanged += () => changes.Add(client.Health.Now.Circuit);

        for (var i = 0; i < 4; i++) await client.Gateway.RefundAsync("pay_01", "{}", $"cmd_{i}", Ct);
        var whileOpen = await client.Gateway.FindAsync("pay_01", Ct);
        var opened = client.Health.Now;
        var sentUntilOpen = fake.Received.Count;
        failing = false;
        await Task.Delay(Nervous.Break + TimeSpan.FromMilliseconds(100), Ct);
        var afterwards = await client.Gateway.FindAsync("pay_01", Ct);

        Assert.Equal(GatewayObstacle.CircuitOpen, Assert.IsType<Answer.NotSent>(whileOpen).Obstacle);
        Assert.Empty(whileOpen.Calls);
        Assert.Equal(4, sentUntilOpen);
        Assert.Equal((GatewayCircuit.Open, GatewayFault.Failed), (opened.Circuit, opened.LastFault));
        Assert.NotNull(opened.Since);
        Assert.NotNull(opened.LastFailure);
        Assert.Null(opened.LastSuccess);
        Assert.IsType<Answer.Succeeded>(afterwards);
        Assert.Equal([GatewayCircuit.Open, GatewayCircuit.HalfOpen, GatewayCircuit.Closed], changes);
        Assert.NotNull(client.Health.Now.LastSuccess);
        Assert.Contains("GatewayCircuitOpened", client.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hanging_refunds_open_it_too()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await using var client = new GatewayUnderTest(fake.Address, Nervous, timeoutSeconds: 1);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => client.Gateway.RefundAsync("pay_01", "{}", $"cmd_{i}", Ct)));

        Assert.Equal(GatewayCircuit.Open, client.Health.Now.Circuit);
    }

    [Fact]
    public async Task Refusals_do_not_open_it()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => FakeGateway.Error(context, 400, 4000);
        await using var client = new GatewayUnderTest(fake.Address, Nervous);

        for (var i = 0; i < 10; i++) await client.Gateway.CreateAsync("{}", $"cmd_{i}", Ct);

        Assert.Equal(GatewayCircuit.Closed, client.Health.Now.Circuit);
        Assert.Equal(10, fake.Received.Count);
    }

    [Fact]
    public async Task A_create_that_was_sent_before_it_opened_stays_open_itself()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => FakeGateway.Error(context, 500, 5000);
        await using var client = new GatewayUnderTest(fake.Address, Nervous with { Repeats = 5 });

        var answer = await client.Gateway.CreateAsync("{}", "cmd_1", Ct);

        Assert.Equal(GatewayDoubt.GatewayFailed, Assert.IsType<Answer.Unknown>(answer).Doubt);
        Assert.Equal(4, answer.Calls.Count);
    }
}
