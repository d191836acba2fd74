using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PagoConsole.Tests.Sandbox;

public sealed class ControlTests
{
    [Theory]
    [InlineData("pay", """{"amount":"12.345"}""", "amount")]
    [InlineData("pay", """{"currency":"EUR"}""", "currency")]
    [InlineData("pay", """{"webhook":"sometimes"}""", "webhook")]
    [InlineData("expire", """{"webhook":7}""", "webhook")]
    [InlineData("refund", "{", "body")]
    public async Task Controls_Malformed_AreRefusedByName(string control, string body, string field)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var id = await sandbox.Gateway.NewAsync("A-1");

        var (status, problem) = await PostAsync(sandbox, $"payments/{id}/{control}", body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (status, problem.GetProperty("field").GetString()));
        Assert.Equal("pending", (await sandbox.Gateway.GetAsync(id))["status"]);
    }

    [Fact]
    public async Task Controls_AtTheWrongMoment_Are409_AndOfNothing404()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var id = await sandbox.Gateway.NewAsync("B-1");
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(sandbox, "payments/pay_none/pay", "{}")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(sandbox, $"payments/{id}/refund", "")).Status);
        await sandbox.ControlAsync($"payments/{id}/pay");
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(sandbox, $"payments/{id}/expire", "")).Status);
    }

    [Fact]
    public async Task Refund_WithoutAmount_GivesAllBack()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var id = await sandbox.Gateway.NewAsync("C-1");
        await sandbox.ControlAsync($"payments/{id}/pay");
        await sandbox.ControlAsync($"payments/{id}/pay");
        await sandbox.ControlAsync($"payments/{id}/refund", new { amount = 20 });

        var whole = await sandbox.ControlAsync($"payments/{id}/refund");

        Assert.Equal(("refunded", "300.00"), (whole.GetProperty("status").GetString(), whole.GetProperty("refunded_amount").GetString()));
    }

    [Fact]
    public async Task Pay_ByOrderOrCip_FindsThePayment()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var id = await sandbox.Gateway.NewAsync("D-1");
        var cip = (await sandbox.Gateway.GetAsync(id))["cip"];

        Assert.Equal(id, (await sandbox.ControlAsync("payments/D-1/pay")).GetProperty("id").GetString());
        Assert.Equal(id, (await sandbox.ControlAsync($"payments/{cip}/pay")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task PayPage_LetsAPersonPay()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var id = await sandbox.Gateway.NewAsync("E-1");
        var page = (await sandbox.Gateway.GetAsync(id))["payment_url"];

        using var paid = await sandbox.Http.PostAsync(page, null, TestContext.Current.CancellationToken);

        Assert.Contains("paid", await paid.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("paid", (await sandbox.Gateway.GetAsync(id))["status"]);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Problem)> PostAsync(SandboxHost sandbox, string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var reply = await sandbox.Http.PostAsync("/sandbox/" + path, content);
        return (reply.StatusCode, await reply.Content.ReadFromJsonAsync<JsonElement>());
    }
}
