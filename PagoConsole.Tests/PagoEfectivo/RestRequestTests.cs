using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.PagoEfectivo;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>What goes over the wire, its record, and what must not be seen anywhere else.</summary>
public sealed class RestRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 15, 3, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_has_the_method_path_headers_and_body_of_the_contract()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => FakeGateway.Error(context, 404, 4004);
        await using var client = new GatewayUnderTest(fake.Address + "/base/path/");

        await client.Gateway.CreateAsync("""{"a":1}""", "cmd_1", Ct);
        await client.Gateway.FindAsync("pay_01", Ct);
        await client.Gateway.CancelAsync("pay/ñ 1", "cmd_2", Ct);
        await client.Gateway.RefundAsync("pay_01", """{"b":2}""", "cmd_3", Ct);
        await client.Gateway.ReportAsync(new DateOnly(2026, 11, 2), Ct);

        Assert.Equal(
            [
                ("POST", "/base/path/api/v1/payment", "cmd_1", "application/json", """{"a":1}"""),
                ("GET", "/base/path/api/v1/payment/pay_01", null, null, ""),
                ("POST", "/base/path/api/v1/payment/pay%2F%C3%B1%201/cancel", "cmd_2", null, ""),
                ("POST", "/base/path/api/v1/payment/pay_01/refund", "cmd_3", "application/json", """{"b":2}"""),
                ("GET", "/base/path/api/v1/report?date=2026-11-02", null, null, ""),
            ],
            fake.Received.Select(s => (s.Method, s.Target, s.Header("Idempotency-Key"), s.Header("Content-Type"), s.Body)));
        Assert.All(fake.Received, sent => Assert.Equal("client-7", sent.Header("X-Client-Id")));
        Assert.All(fake.Received, AssertSigned);
    }

    [Fact]
    public async Task The_embedded_sandbox_is_called_on_our_own_address()
    {
        await using var fake = await FakeGateway.StartAsync();
        await using var client = new GatewayUnderTest(baseUrl: null);

        var waiting = client.Gateway.FindAsync("pay_01", Ct);
        client.Self.Set(new Uri(fake.Address));
        await waiting;

        Assert.Equal("/sandbox/pagoefectivo/api/v1/payment/pay_01", Assert.Single(fake.Received).Target);
    }

    [Fact]
    public async Task A_changed_secret_key_signs_the_next_request()
    {
        await using var fake = await FakeGateway.StartAsync();
        await using var client = new GatewayUnderTest(fake.Address);

        client.Configuration["PagoEfectivo:SecretKey"] = "the-next-key";
        client.Configuration.Reload();
        await client.Gateway.FindAsync("pay_01", Ct);

        AssertSigned(Assert.Single(fake.Received), "the-next-key");
    }

    [Fact]
    public async Task The_record_of_a_call_is_complete()
    {
        await using var fake = await FakeGateway.StartAsync();
        await using var client = new GatewayUnderTest(fake.Address + "/base", time: new FakeTimeProvider(Now));

        var answer = await client.Gateway.CreateAsync("{}", "cmd_1", Ct);

        var call = Assert.Single(answer.Calls);
        Assert.Equal(
            new GatewayCall(1, "POST", "/base/api/v1/payment", Now, call.DurationMs, GatewayFault.None, 201, RequestId: "req_01"), call);
        Assert.InRange(call.DurationMs, 0, 5000);
    }

    [Fact]
    public async Task Neither_logs_nor_records_show_a_secret_or_a_buyer()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, n) => n < 3 ? FakeGateway.Error(context, 500, 5000) : FakeGateway.Error(context, 401, 4001);
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.CreateAsync("""{"customer":{"email":"ana@example.pe"}}""", "cmd_1", Ct);

        var seen = client.Logs.Text + string.Join('\n', answer.Calls) + answer;
        Assert.NotEmpty(client.Logs.Text);
        Assert.DoesNotContain(GatewayUnderTest.Secret, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.pe", seen, StringComparison.Ordinal);
        Assert.All(fake.Received, sent => Assert.DoesNotContain(sent.Header("X-Signature")!, seen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_are_made_one_beside_the_other()
    {
        await using var fake = await FakeGateway.StartAsync();
        await using var client = new GatewayUnderTest(fake.Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => client.Gateway.CreateAsync($$"""{"n":{{n}}}""", $"cmd_{n}", Ct)));

        Assert.All(answers, answer => Assert.Single(Assert.IsType<Answer.Succeeded>(answer).Calls));
        Assert.Equal(50, fake.Received.Select(sent => (sent.Header("Idempotency-Key"), sent.Body)).Distinct().Count());
        Assert.All(fake.Received, AssertSigned);
    }

    private static void AssertSigned(Sent sent) => AssertSigned(sent, GatewayUnderTest.Secret);

    // Written from the contract, not with the client's own code.
    private static void AssertSigned(Sent sent, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        foreach (var part in new[] { sent.Header("X-Timestamp")!, ".", sent.Method, ".", sent.Target, ".", sent.Body })
            hmac.AppendData(Encoding.UTF8.GetBytes(part));
        Assert.Equal(Convert.ToHexString(hmac.GetHashAndReset()).ToLowerInvariant(), sent.Header("X-Signature"));
        Assert.True(long.TryParse(sent.Header("X-Timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }
}
