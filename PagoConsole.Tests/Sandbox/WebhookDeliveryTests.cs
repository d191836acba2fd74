using System.Security.Cryptography;
using System.Text;
using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Tests.Sandbox;

public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private SandboxHost _sandbox = null!;
    private FakeConsole _console = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await FakeConsole.StartAsync();
        _sandbox = await SandboxHost.StartAsync(_console.Url, settings: "Sandbox:LateWebhookSeconds=2");
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _console.DisposeAsync();
    }

    [Fact]
    public void Signature_FrozenBody_MatchesTheVector() => Assert.Equal(
        "7208499c740fa28b1fabb4f94e4aa992cf6d9aeff2a3d9ab3a5ba8723c9337c5",
        WebhookSignature.Of("demo-webhook-secret", """{"event_id":"evt_1","type":"payment.paid"}"""u8));

    [Fact]
    public async Task Pay_SendsOneSignedEvent_AsTheContractHasIt()
    {
        var id = await _sandbox.Gateway.NewAsync("A-1");
        await _sandbox.ControlAsync($"payments/{id}/pay", new { channel = "YAPE", transactionId = "tx_1" });

        var heard = (await _console.WaitAsync(() => _console.Events(id), 1))[0];
        Assert.Equal(SignatureOf(heard), heard.Headers["X-Signature"]);
        Assert.Equal("application/json", heard.Headers["Content-Type"]);
        Assert.StartsWith("evt_", heard.Json.GetProperty("event_id").GetString(), StringComparison.Ordinal);
        Assert.Equal("payment.paid", heard.Json.GetProperty("type").GetString());
        var data = heard.Json.GetProperty("data");
        string[] expected = [id, "A-1", "paid", "150.00", "PEN", "YAPE", "tx_1"];
        Assert.Equal(expected, new[] { "payment_id", "order_id", "status", "amount", "currency", "channel", "transaction_id" }
            .Select(field => data.GetProperty(field).GetString()!));
        Assert.Matches("^20[0-9-]+T[0-9:.]+Z$", data.GetProperty("paid_at").GetString());

        var payment = await _sandbox.Gateway.GetAsync(id);
        Assert.Equal(("paid", "YAPE", "tx_1"), (payment["status"], payment["channel"], payment["transaction_id"]));
    }

    [Fact]
    public async Task Pay_Twice_IsMoneyTwice_AndTheSameTransactionIsNot()
    {
        var id = await _sandbox.Gateway.NewAsync("B-1");
        foreach (var transaction in new[] { "tx_1", "tx_2", "tx_2" }) await _sandbox.ControlAsync($"payments/{id}/pay", new { transactionId = transaction });

        var heard = await _console.WaitAsync(() => _console.Events(id), 3);
        Assert.Equal(["tx_1", "tx_2", "tx_2"], heard.Select(e => e.Json.GetProperty("data").GetProperty("transaction_id").GetString()!));
        Assert.Equal(3, heard.Select(e => e.Json.GetProperty("event_id").GetString()).Distinct().Count());
        Assert.Equal(2, (await _sandbox.ViewAsync(id)).GetProperty("money").GetArrayLength());
        Assert.Equal("tx_1", (await _sandbox.Gateway.GetAsync(id))["transaction_id"]);
    }

    [Fact]
    public async Task Pay_OtherAmountAndCurrency_TellsWhatReallyCame()
    {
        var id = await _sandbox.Gateway.NewAsync("C-1");
        await _sandbox.ControlAsync($"payments/{id}/pay", new { amount = 99.5, currency = "USD" });

        var data = (await _console.WaitAsync(() => _console.Events(id), 1))[0].Json.GetProperty("data");
        Assert.Equal(("99.50", "USD"), (data.GetProperty("amount").GetString(), data.GetProperty("currency").GetString()));
        Assert.Equal(("99.50", "USD"), ((await _sandbox.Gateway.GetAsync(id))["amount"], (await _sandbox.Gateway.GetAsync(id))["currency"]));
    }

    [Fact]
    public async Task Pay_AfterTheEnd_IsMoneyAllTheSame()
    {
        var id = await _sandbox.Gateway.NewAsync("D-1");
        await _sandbox.ControlAsync($"payments/{id}/expire");
        await _sandbox.ControlAsync($"payments/{id}/expire");
        await _sandbox.ControlAsync($"payments/{id}/pay");

        var heard = await _console.WaitAsync(() => _console.Events(id), 2);
        Assert.Equal(["payment.expired", "payment.paid"], heard.Select(e => e.Json.GetProperty("type").GetString()!));
        Assert.Equal("paid", (await _sandbox.Gateway.GetAsync(id))["status"]);
    }

    [Fact]
    public async Task Modes_DoWhatTheyAreCalled()
    {
        var ids = new Dictionary<string, string>();
        foreach (var mode in new[] { "drop", "duplicate", "late", "forged", "send" })
        {
            ids[mode] = await _sandbox.Gateway.NewAsync("E-" + mode);
            await _sandbox.ControlAsync($"payments/{ids[mode]}/pay", new { webhook = mode });
        }

        var late = (await _console.WaitAsync(() => _console.Events(ids["late"]), 1))[0];
        var sent = _console.Events(ids["send"])[0];
        Assert.True(late.At - sent.At > TimeSpan.FromSeconds(1.5));
        Assert.Equal(2, (await _console.WaitAsync(() => _console.Events(ids["duplicate"]), 2)).Count);
        Assert.Empty(_console.Events(ids["drop"]));
        var forged = Assert.Single(_console.Events(ids["forged"]));
        Assert.NotEqual(SignatureOf(forged), forged.Headers["X-Signature"]);
        Assert.All(await Task.WhenAll(ids.Values.Select(_sandbox.Gateway.GetAsync)), payment => Assert.Equal("paid", payment["status"]));
    }

    [Fact]
    public async Task Delivery_Refused_ComesAgainWithTheSameBody_AndWaitsAsLongAsAsked()
    {
        var answers = new Queue<(int, string?)>([(500, null), (503, "3")]);
        _console.Answer = _ => answers.TryDequeue(out var answer) ? answer : (200, null);
        var id = await _sandbox.Gateway.NewAsync("F-1");
        await _sandbox.ControlAsync($"payments/{id}/pay");

        var heard = await _console.WaitAsync(() => _console.Events(id), 3);
        Assert.Single(heard.Select(e => e.Body).Distinct());
        Assert.InRange((heard[1].At - heard[0].At).TotalSeconds, 0.8, 3);
        Assert.InRange((heard[2].At - heard[1].At).TotalSeconds, 2.8, 6);
    }

    [Fact]
    public async Task Forged_Refused_IsNotSentAgain()
    {
        _console.Answer = _ => (401, null);
        var id = await _sandbox.Gateway.NewAsync("G-1");
        await _sandbox.ControlAsync($"payments/{id}/pay", new { webhook = "forged" });
        await _console.WaitAsync(() => _console.Events(id), 1);
        await Task.Delay(1500, TestContext.Current.CancellationToken);

        Assert.Single(_console.Events(id));
    }

    private static string SignatureOf(Heard heard) =>
        Convert.ToHexStringLower(HMACSHA256.HashData("demo-webhook-secret"u8, Encoding.UTF8.GetBytes(heard.Body)));
}
