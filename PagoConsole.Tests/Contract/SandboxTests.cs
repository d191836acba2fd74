using System.Globalization;
using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>The sandbox's controls, and its side of PagoEfectivo's contract spoken to directly.</summary>
[Collection(ContractCollection.Name)]
public sealed class SandboxTests(ContractConsole contract)
{
    private GatewayClient Gateway => new(contract.Console.Address);

    [Fact]
    public async Task A_payment_is_created_as_the_contract_says()
    {
        var wanted = GatewayClient.Payment();

        var created = (await Gateway.CreateAsync(wanted, OrderJson.NewId("key"))).Expect(201).Json;

        foreach (var field in (string[])["id", "cip", "qr_code", "payment_url", "expires_at", "request_id"])
            Assert.False(string.IsNullOrEmpty(created.Text(field)), field);
        Assert.Equal("pending", created.Text("status"));
        Assert.Equal(wanted.Text("order_id"), created.Text("order_id"));
        Assert.Equal("PEN", created.Text("currency"));
        Assert.Equal(created.Text("cip"), (await Gateway.ReadAsync(created.Text("id")!)).Expect(200).Json.Text("cip"));
    }

    [Fact]
    public async Task A_repeat_under_the_same_key_is_the_same_payment()
    {
        var (wanted, key) = (GatewayClient.Payment(), OrderJson.NewId("key"));
        var first = (await Gateway.CreateAsync(wanted, key)).Expect(201).Json;

        var again = (await Gateway.CreateAsync(wanted, key)).Json;

        Assert.Equal(first.Text("id"), again.Text("id"));
    }

    [Fact]
    public async Task A_second_payment_for_an_order_is_4009()
    {
        var wanted = GatewayClient.Payment();
        await Gateway.CreateAsync(wanted, OrderJson.NewId("key"));

        Refused(await Gateway.CreateAsync(wanted, OrderJson.NewId("key")), "4009");
    }

    [Fact]
    public async Task Every_fault_has_its_code()
    {
        Refused(await Gateway.CreateAsync(GatewayClient.Payment(amount: 5000.01m), OrderJson.NewId("key")), "4002");
        Refused(await Gateway.CreateAsync(GatewayClient.Payment().Without("amount"), OrderJson.NewId("key")), "4000");
        Refused(await Gateway.ReadAsync("pay_nobody"), "4004");
        Refused(await new GatewayClient(contract.Console.Address, secretKey: "wrong").ReadAsync("pay_nobody"), "4001");
        Refused(await new GatewayClient(contract.Console.Address, clientId: "wrong").ReadAsync("pay_nobody"), "4001");
    }

    [Fact]
    public async Task A_payment_is_cancelled_and_a_paid_one_refunded()
    {
        var cancelled = (await Gateway.CreateAsync(GatewayClient.Payment(), OrderJson.NewId("key"))).Json.Text("id")!;
        var paid = (await Gateway.CreateAsync(GatewayClient.Payment(), OrderJson.NewId("key"))).Json.Text("id")!;
        await contract.Sandbox.PayAsync(paid, new JsonObject { ["webhook"] = "drop" });

        Assert.Equal("cancelled", (await Gateway.CancelAsync(cancelled, OrderJson.NewId("key"))).Expect(200).Json.Text("status"));
        var read = (await Gateway.ReadAsync(paid)).Expect(200).Json;
        Assert.Equal("paid", read.Text("status"));
        foreach (var field in (string[])["paid_at", "channel", "transaction_id"]) Assert.False(string.IsNullOrEmpty(read.Text(field)), field);
        var refund = new JsonObject { ["amount"] = 129.90m, ["reason"] = "returned" };
        Assert.Equal("refunded", (await Gateway.RefundAsync(paid, refund, OrderJson.NewId("key"))).Expect(200).Json.Text("status"));
    }

    [Fact]
    public async Task A_days_report_is_complete()
    {
        var paid = await contract.PaidAsync();
        var read = (await Gateway.ReadAsync(PagoClient.PaymentId(paid))).Json;
        var day = LimaDay(read.Text("paid_at")!);

        var report = (await Gateway.ReportAsync(day)).Expect(200);

        Assert.Equal("text/csv", report.ContentType);
        var lines = report.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id", lines[0]);
        Assert.Equal($"{lines.Length - 1}", report.Headers["X-Row-Count"]);
        Assert.Contains(lines, line => line.StartsWith($"{PagoClient.PaymentId(paid)},{PagoClient.Id(paid)},", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_days_report_can_be_replaced()
    {
        const string csv = "payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id\n";
        await contract.Sandbox.ReportAsync("2020-02-29", csv);

        var report = (await Gateway.ReportAsync("2020-02-29")).Expect(200);

        Assert.Equal(csv.Trim(), report.Body.Trim());
        Assert.Equal("0", report.Headers["X-Row-Count"]);
    }

    [Theory]
    [InlineData("duplicate")]
    [InlineData("late")]
    public async Task The_buyer_pays_and_the_webhook_comes_somehow(string webhook)
    {
        var placed = await contract.Marketplace.PayableAsync();

        await contract.Sandbox.PayAsync(PagoClient.PaymentId(placed), new JsonObject { ["webhook"] = webhook, ["channel"] = "YAPE" });

        await contract.Marketplace.UntilAsync(PagoClient.Id(placed), "Paid");
        await contract.LetEverythingSettleAsync();
        Assert.Single(await contract.Sandbox.CallbacksAsync(PagoClient.Id(placed)), callback => callback.Type == "order.paid");
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("forged")]
    public async Task A_webhook_that_never_comes_or_is_forged_pays_nothing(string webhook)
    {
        var placed = await contract.Marketplace.PayableAsync();

        await contract.Sandbox.PayAsync(PagoClient.PaymentId(placed), new JsonObject { ["webhook"] = webhook });

        await contract.LetEverythingSettleAsync();
        Assert.Equal("AwaitingPayment", await contract.Marketplace.StatusAsync(PagoClient.Id(placed)));
    }

    [Theory]
    [InlineData("amount", "100.00")]
    [InlineData("currency", "USD")]
    public async Task The_buyer_pays_something_else(string field, string other)
    {
        var placed = await contract.Marketplace.PayableAsync();

        await contract.Sandbox.PayAsync(PagoClient.PaymentId(placed), new JsonObject { [field] = other });

        await contract.LetEverythingSettleAsync();
        Assert.Equal("AwaitingPayment", await contract.Marketplace.StatusAsync(PagoClient.Id(placed)));
    }

    private static string LimaDay(string instant) =>
        DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(-5)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Refused(Answer answer, string code)
    {
        Assert.True(answer.Code >= 400, answer.Body);
        Assert.Equal(code, answer.Json.Text("code"));
        Assert.False(string.IsNullOrEmpty(answer.Json.Text("message")), answer.Body);
        Assert.False(string.IsNullOrEmpty(answer.Json.Text("request_id")), answer.Body);
    }
}
