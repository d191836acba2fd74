using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace PagoConsole.Tests.Sandbox;

public sealed class GatewayContractTests : IAsyncLifetime
{
    private SandboxHost _sandbox = null!;
    private FakeConsole _console = null!;

    private SignedCalls Gateway => _sandbox.Gateway;

    public async ValueTask InitializeAsync()
    {
        _console = await FakeConsole.StartAsync();
        _sandbox = await SandboxHost.StartAsync(_console.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task Create_WellFormed_GivesAPayableCode()
    {
        var reply = await Gateway.CreateAsync(SignedCalls.Order("A-1", 1299.90m), "k-1");

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.StartsWith("pay_", reply["id"], StringComparison.Ordinal);
        Assert.Equal(("A-1", "pending", "1299.90", "PEN"), (reply["order_id"], reply["status"], reply["amount"], reply["currency"]));
        Assert.Matches("^[0-9]{11}$", reply["cip"]);
        Assert.Contains(reply["cip"]!, reply["qr_code"]!, StringComparison.Ordinal);
        Assert.Equal("2099-01-01T00:00:00Z", reply["expires_at"]);
        Assert.StartsWith("req_", reply["request_id"], StringComparison.Ordinal);
        var page = await _sandbox.Http.GetStringAsync(reply["payment_url"], TestContext.Current.CancellationToken);
        Assert.Contains(reply["cip"]!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_Malformed_NamesTheField()
    {
        (object Body, string? Field)[] cases =
        [
            ("not json", null), ("[]", null),
            (new { amount = 1, currency = "PEN", expires_at = "2099-01-01T00:00:00Z" }, "order_id"),
            (new { order_id = new string('x', 65), amount = 1, currency = "PEN", expires_at = "2099-01-01T00:00:00Z" }, "order_id"),
            (SignedCalls.Order("B", "1.999"), "amount"), (SignedCalls.Order("B", 0), "amount"), (SignedCalls.Order("B", "-1"), "amount"),
            (SignedCalls.Order("B", "1,5"), "amount"), (SignedCalls.Order("B", true), "amount"),
            (new { order_id = "B", amount = 1, currency = "EUR", expires_at = "2099-01-01T00:00:00Z" }, "currency"),
            (SignedCalls.Order("B", 1, "2099-01-01T00:00:00"), "expires_at"), (SignedCalls.Order("B", 1, "2001-01-01T00:00:00Z"), "expires_at"),
            (new { order_id = "B", amount = 1, currency = "PEN", expires_at = "2099-01-01T00:00:00Z", return_url = "javascript:1" }, "return_url"),
            (new { order_id = "B", amount = 1, currency = "PEN", expires_at = "2099-01-01T00:00:00Z", customer = "Ana" }, "customer"),
            ("""{"order_id":"\ud800","amount":1}""", "order_id"),
        ];
        foreach (var (body, field) in cases)
        {
            var reply = await Gateway.CreateAsync(body, "k-" + field);
            Assert.True(reply.Status == HttpStatusCode.BadRequest && reply.Code == 4000, reply.Text);
            Assert.Equal(field, reply.Json.TryGetProperty("field", out var named) ? named.GetString() : null);
        }
    }

    [Fact]
    public async Task Create_OverTheLimit_Is4002()
    {
        Assert.Equal(4002, (await Gateway.CreateAsync(SignedCalls.Order("C-1", "5000.01"), "c-1")).Code);
        Assert.Equal(HttpStatusCode.Created, (await Gateway.CreateAsync(SignedCalls.Order("C-2", "5000.00"), "c-2")).Status);
    }

    [Fact]
    public async Task Create_Repeated_IsOnePayment_AndOtherwiseRefused()
    {
        var first = await Gateway.CreateAsync(SignedCalls.Order("D-1"), "d-1");
        var again = await Gateway.CreateAsync(SignedCalls.Order("D-1"), "d-1");

        Assert.Equal((HttpStatusCode.Created, first["id"]), (again.Status, again["id"]));
        Assert.Equal(4000, (await Gateway.CreateAsync(SignedCalls.Order("D-2"), "d-1")).Code);
        Assert.Equal(4009, (await Gateway.CreateAsync(SignedCalls.Order("D-1"), "d-2")).Code);
        var without = await Gateway.SendAsync(HttpMethod.Post, "/payment", SignedCalls.Order("D-3"));
        Assert.Equal((4000, "Idempotency-Key"), (without.Code, without["field"]));
    }

    [Fact]
    public async Task Create_TogetherUnderOneKey_IsOnePayment()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Gateway.CreateAsync(SignedCalls.Order("E-1"), "e-1")));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Created, reply.Status));
        Assert.Single(replies.Select(reply => reply["id"]).Distinct());
    }

    [Fact]
    public async Task Calls_NotGenuine_Are4001_AndWithoutEffect()
    {
        var stale = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 400;
        Assert.Equal(4001, (await Gateway.SendAsync(HttpMethod.Post, "/payment", SignedCalls.Order("F-1"), "f-1", stale)).Code);
        var forged = await Gateway.SendAsync(HttpMethod.Post, "/payment", SignedCalls.Order("F-1"), "f-1", change: request =>
        {
            request.Headers.Remove("X-Signature");
            request.Headers.Add("X-Signature", new string('0', 64));
        });
        Assert.Equal((HttpStatusCode.Unauthorized, 4001), (forged.Status, forged.Code));
        Assert.Equal(4004, (await Gateway.GetAsync("pay_none")).Code);
        Assert.Empty((await _sandbox.ControlAsync("payments?orderId=F-1", null, HttpMethod.Get)).EnumerateArray());
    }

    [Fact]
    public async Task Cancel_ClosesOnce_AndSaysWhenItIsPaid()
    {
        var id = await Gateway.NewAsync("G-1");
        Assert.Equal("cancelled", (await Gateway.CancelAsync(id, "g-1"))["status"]);
        Assert.Equal("cancelled", (await Gateway.CancelAsync(id, "g-1"))["status"]);
        Assert.Equal("cancelled", (await Gateway.CancelAsync(id, "g-2"))["status"]);
        await _console.WaitAsync(() => _console.Events(id), 1);

        var paid = await Gateway.NewAsync("G-2");
        await _sandbox.ControlAsync($"payments/{paid}/pay");
        var refused = await Gateway.CancelAsync(paid, "g-3");
        Assert.Equal(4000, refused.Code);
        Assert.Contains("already paid", refused["message"], StringComparison.Ordinal);
        Assert.Single(_console.Events(id));
    }

    [Fact]
    public async Task Refund_InParts_NeverMoreThanWasPaid()
    {
        var id = await Gateway.NewAsync("H-1");
        Assert.Equal(4000, (await Gateway.RefundAsync(id, "1.00", "h-0")).Code);
        await _sandbox.ControlAsync($"payments/{id}/pay");

        var part = await Gateway.RefundAsync(id, "50.00", "h-1");
        var again = await Gateway.RefundAsync(id, "50.00", "h-1");
        Assert.Equal(("paid", "50.00", part["refund_id"]), (again["status"], again["refunded_amount"], again["refund_id"]));
        Assert.Equal(4000, (await Gateway.RefundAsync(id, "60.00", "h-1")).Code);
        Assert.Equal(("amount", 4000), await FieldAndCodeAsync(Gateway.RefundAsync(id, "100.01", "h-2")));
        Assert.Equal("refunded", (await Gateway.RefundAsync(id, 100, "h-3"))["status"]);
        Assert.Equal(4000, (await Gateway.RefundAsync(id, "0.01", "h-4")).Code);

        var events = await _console.WaitAsync(() => [.. _console.Events(id).Where(e => e.Json.GetProperty("type").GetString() == "payment.refunded")], 2);
        Assert.Equal(["50.00", "100.00"], events.Select(e => e.Json.GetProperty("data").GetProperty("amount").GetString()!));
        Assert.Equal(["paid", "refunded"], events.Select(e => e.Json.GetProperty("data").GetProperty("status").GetString()!));
    }

    [Fact]
    public async Task Payment_PastItsEnd_Expires_AndTheConsoleHearsOfIt()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var sandbox = await SandboxHost.StartAsync(_console.Url, time: time);
        var soon = time.GetUtcNow().AddMinutes(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var asked = (await sandbox.Gateway.CreateAsync(SignedCalls.Order("I-1", expiresAt: soon), "i-1"))["id"]!;
        var swept = (await sandbox.Gateway.CreateAsync(SignedCalls.Order("I-2", expiresAt: soon), "i-2"))["id"]!;

        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("expired", (await sandbox.Gateway.GetAsync(asked))["status"]);
        await _console.WaitAsync(() => _console.Events(asked), 1);
        var heard = await _console.WaitAsync(() => _console.Events(swept), 1);
        Assert.Equal("payment.expired", heard[0].Json.GetProperty("type").GetString());
        Assert.Equal("expired", (await sandbox.Gateway.CancelAsync(asked, "i-3"))["status"]);
    }

    private static async Task<(string?, int)> FieldAndCodeAsync(Task<GatewayReply> call)
    {
        var reply = await call;
        return (reply["field"], reply.Code);
    }
}
