using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using PagoConsole.Core.PagoEfectivo;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>What the client makes of a network and a gateway that fail: done, not done, or not known.</summary>
public sealed class RestFaultTests
{
    private static readonly Func<HttpContext, int, Task> Hang = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_in_time_leaves_the_call_open()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = Hang;
        await using var client = new GatewayUnderTest(fake.Address, timeoutSeconds: 1);
        var clock = Stopwatch.StartNew();

        var answer = await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct);

        Assert.Equal(GatewayDoubt.TimedOut, Assert.IsType<Answer.Unknown>(answer).Doubt);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(3));
        var call = Assert.Single(answer.Calls);
        Assert.Equal((GatewayFault.TimedOut, null), (call.Fault, call.Status));
        Assert.InRange(call.DurationMs, 900, 3000);
    }

    [Fact]
    public async Task An_answer_that_stops_half_way_leaves_the_call_open()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = async (context, n) =>
        {
            context.Response.ContentLength = 500;
            await context.Response.WriteAsync("{\"id\":", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Hang(context, n);
        };
        await using var client = new GatewayUnderTest(fake.Address, timeoutSeconds: 1);

        var answer = await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct);

        Assert.Equal(GatewayDoubt.TimedOut, Assert.IsType<Answer.Unknown>(answer).Doubt);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_breaks_after_sending_leaves_the_call_open(bool halfAnAnswer)
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = async (context, _) =>
        {
            if (halfAnAnswer)
            {
                context.Response.ContentLength = 500;
                await context.Response.WriteAsync("{\"id\":");
                await context.Response.Body.FlushAsync();
            }

            context.Abort();
        };
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct);

        Assert.Equal(GatewayDoubt.ConnectionBroke, Assert.IsType<Answer.Unknown>(answer).Doubt);
        Assert.Equal(GatewayFault.ConnectionBroke, Assert.Single(answer.Calls).Fault);
        Assert.Single(fake.Received);
    }

    [Fact]
    public async Task A_refused_connection_means_that_nothing_was_sent()
    {
        await using var client = new GatewayUnderTest($"http://127.0.0.1:{ClosedPort()}");

        var refund = await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct);
        var create = await client.Gateway.CreateAsync("{}", "cmd_2", Ct);
        var find = await client.Gateway.FindAsync("pay_01", Ct);

        Assert.Single(Assert.IsType<Answer.NotSent>(refund).Calls);
        Assert.Equal(GatewayObstacle.Unreachable, Assert.IsType<Answer.NotSent>(create).Obstacle);
        Assert.Equal(4, create.Calls.Count);
        Assert.All(create.Calls, call => Assert.Equal(GatewayFault.Unreachable, call.Fault));
        Assert.IsType<Answer.NotSent>(find);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_tls_means_that_nothing_was_sent()
    {
        await using var fake = await FakeGateway.StartAsync();
        await using var client = new GatewayUnderTest(fake.Address.Replace("http:", "https:", StringComparison.Ordinal));

        var answer = await client.Gateway.RefundAsync("pay_01", "{}", "cmd_1", Ct);

        Assert.IsType<Answer.NotSent>(answer);
        Assert.Empty(fake.Received);
    }

    [Fact]
    public async Task A_caller_that_gives_up_after_sending_does_not_know()
    {
        await using var fake = await FakeGateway.StartAsync();
        using var patience = new CancellationTokenSource();
        fake.Answer = (context, n) =>
        {
            patience.Cancel();
            return Hang(context, n);
        };
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.CreateAsync("{}", "cmd_1", patience.Token);

        Assert.Equal(GatewayDoubt.GaveUp, Assert.IsType<Answer.Unknown>(answer).Doubt);
        Assert.Equal(GatewayFault.GaveUp, Assert.Single(answer.Calls).Fault);
    }

    [Fact]
    public async Task A_caller_that_gives_up_before_sending_is_cancelled()
    {
        await using var fake = await FakeGateway.StartAsync();
        await using var client = new GatewayUnderTest(fake.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Gateway.CreateAsync("{}", "cmd_1", new CancellationToken(canceled: true)));
        Assert.Empty(fake.Received);
    }

    [Fact]
    public async Task An_own_address_that_is_not_known_in_time_means_that_nothing_was_sent()
    {
        await using var client = new GatewayUnderTest(baseUrl: null, timeoutSeconds: 1);

        var answer = await client.Gateway.CreateAsync("{}", "cmd_1", Ct);

        Assert.Equal(GatewayObstacle.AddressUnknown, Assert.IsType<Answer.NotSent>(answer).Obstacle);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    public async Task What_is_no_payment_identifier_is_a_mistake_of_the_caller(string paymentId)
    {
        await using var client = new GatewayUnderTest("http://127.0.0.1:1");

        await Assert.ThrowsAsync<ArgumentException>(() => client.Gateway.FindAsync(paymentId, Ct));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
