using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Tests.Sandbox;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>The client against the simulator, which was written from the contract without it.</summary>
public sealed class SandboxContractTests : IAsyncLifetime
{
    private SandboxHost sandbox = null!;
    private GatewayUnderTest client = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IPaymentGateway Gateway => client.Gateway;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync();
        client = GatewayUnderTest.Embedded(sandbox.Http.BaseAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_payment_is_created_once_looked_up_paid_and_refunded()
    {
        var body = BodyOf("MP-1", 1299.90m);

        var created = Payment(await Gateway.CreateAsync(body, "cmd_1", Ct));
        var again = Payment(await Gateway.CreateAsync(body, "cmd_1", Ct));
        await sandbox.ControlAsync($"payments/{created.Id}/pay", new { channel = "AGENTE-BCP", transactionId = "tx_7" });
        var paid = Payment(await Gateway.FindAsync(created.Id, Ct));
        var refunded = Payment(await Gateway.RefundAsync(created.Id, new RefundPayment(created.Amount, "Devolución ñ").ToBody(), "cmd_2", Ct));

        Assert.Equal(("MP-1", Money.Of(1299.90m, Currency.Pen)), (created.OrderId, created.Amount));
        Assert.Equal(GatewayPaymentStatus.Pending, created.Status);
        Assert.Equal(created, again);
        Assert.Equal((GatewayPaymentStatus.Paid, "AGENTE-BCP", "tx_7"), (paid.Status, paid.Channel, paid.TransactionId));
        Assert.NotNull(paid.PaidAt);
        Assert.Equal(GatewayPaymentStatus.Refunded, refunded.Status);
    }

    [Fact]
    public async Task A_payment_is_cancelled()
    {
        var created = Payment(await Gateway.CreateAsync(BodyOf("MP-1", 10m), "cmd_1", Ct));

        Assert.Equal(GatewayPaymentStatus.Cancelled, Payment(await Gateway.CancelAsync(created.Id, "cmd_2", Ct)).Status);
        Assert.Equal(GatewayPaymentStatus.Cancelled, Payment(await Gateway.FindAsync(created.Id, Ct)).Status);
    }

    [Fact]
    public async Task Its_refusals_are_understood()
    {
        Payment(await Gateway.CreateAsync(BodyOf("MP-1", 10m), "cmd_1", Ct));

        Assert.Equal(GatewayError.AmountOverLimit, Error(await Gateway.CreateAsync(BodyOf("MP-2", 5000.01m), "cmd_2", Ct)));
        Assert.Equal(GatewayError.OrderHasAnotherPayment, Error(await Gateway.CreateAsync(BodyOf("MP-1", 11m), "cmd_3", Ct)));
        Assert.Equal(GatewayError.NoSuchPayment, Error(await Gateway.FindAsync("pay_none", Ct)));
        Assert.Equal(GatewayError.InvalidRequest, Error(await Gateway.CreateAsync("{}", "cmd_4", Ct)));
        client.Configuration["PagoEfectivo:SecretKey"] = "wrong";
        client.Configuration.Reload();
        Assert.Equal(GatewayError.SignatureRejected, Error(await Gateway.FindAsync("pay_none", Ct)));
    }

    [Fact]
    public async Task Its_failures_are_lived_through()
    {
        await sandbox.FaultsAsync(new { errorRate = 0.5, seed = 7 });

        var answers = new List<Answer>();
        for (var i = 0; i < 20; i++) answers.Add(await Gateway.CreateAsync(BodyOf($"MP-{i}", 10m), $"cmd_{i}", Ct));

        Assert.Contains(answers, answer => answer is Answer.Succeeded && answer.Calls.Count > 1);
        Assert.All(answers, answer => Assert.True(answer is Answer.Succeeded or Answer.Unknown));
        Assert.All(answers.SelectMany(answer => answer.Calls), call => Assert.NotNull(call.RequestId));
    }

    [Fact]
    public async Task Its_report_is_read()
    {
        var created = Payment(await Gateway.CreateAsync(BodyOf("MP-1", 10m), "cmd_1", Ct));
        await sandbox.ControlAsync($"payments/{created.Id}/pay");
        var paidAt = Payment(await Gateway.FindAsync(created.Id, Ct)).PaidAt!.Value;

        var answer = await Gateway.ReportAsync(Lima.DayOf(paidAt), Ct);

        await using var report = Assert.IsType<GatewayAnswer<ReportStream>.Succeeded>(answer).Value;
        var lines = (await report.OpenText().ReadToEndAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((1L, 2), (report.RowCount, lines.Length));
        Assert.StartsWith(created.Id + ",MP-1,", lines[1], StringComparison.Ordinal);
    }

    private static string BodyOf(string orderId, decimal amount) => new CreatePayment
    {
        OrderId = orderId,
        Amount = Money.Of(amount, Currency.Pen),
        ExpiresAt = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ReturnUrl = "https://shop.example/thanks",
        Concept = "Pedido " + orderId,
        Customer = new("ana@example.pe", "Ana Ñahui 安娜 😀", "DNI", "45678912", "+51987654321"),
    }.ToBody();

    private static GatewayPayment Payment(Answer answer) => Assert.IsType<Answer.Succeeded>(answer).Value;

    private static GatewayError Error(Answer answer) => Assert.IsType<Answer.Refused>(answer).Error;
}
