using System.Net;
using System.Net.Http.Json;

namespace PagoConsole.Tests.Sandbox;

public sealed class FaultTests
{
    [Fact]
    public async Task Unavailable_AnswersMaintenance_UntilItIsOver()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultsAsync(new { unavailable = true });

        var down = await sandbox.Gateway.CreateAsync(SignedCalls.Order("A-1"), "a-1");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 5030, "2"), (down.Status, down.Code, down.Headers["Retry-After"]));

        await sandbox.FaultsAsync(new { });
        await sandbox.Gateway.NewAsync("A-1");
    }

    [Theory]
    [InlineData(4001, HttpStatusCode.Unauthorized)]
    [InlineData(4003, HttpStatusCode.Forbidden)]
    [InlineData(4029, HttpStatusCode.TooManyRequests)]
    public async Task AnswerCode_IsGivenToEveryCall(int code, HttpStatusCode status)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultsAsync(new { answerCode = code });

        var reply = await sandbox.Gateway.GetAsync("pay_1");
        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Equal(code == 4029, reply.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task ErrorRate_OfOne_FailsEveryCall_AndLeavesNoPaymentBehind()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultsAsync(new { errorRate = 1, seed = 5 });
        var codes = new HashSet<int>();
        for (var order = 0; order < 20; order++)
            codes.Add((await sandbox.Gateway.CreateAsync(SignedCalls.Order("B-" + order), "b-" + order)).Code);
        Assert.Equal([5000, 5030], codes.Order());

        for (var order = 0; order < 20; order++)
            Assert.Equal(0, (await sandbox.ControlAsync("payments?orderId=B-" + order, null, HttpMethod.Get)).GetArrayLength());
    }

    [Fact]
    public async Task ErrorRate_OfACancel_LeavesItsFateInDoubt()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var ids = new List<string>();
        for (var order = 0; order < 20; order++) ids.Add(await sandbox.Gateway.NewAsync("G-" + order));
        await sandbox.FaultsAsync(new { errorRate = 1, seed = 5 });
        foreach (var id in ids) Assert.True((await sandbox.Gateway.CancelAsync(id, id)).Code >= 5000);
        await sandbox.FaultsAsync(new { });

        var done = 0;
        foreach (var id in ids) done += (await sandbox.Gateway.GetAsync(id))["status"] == "cancelled" ? 1 : 0;
        Assert.InRange(done, 1, 19);
    }

    [Fact]
    public async Task ErrorRate_OfTheSameSeed_FallsTheSameWay()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        async Task<string> RunAsync()
        {
            await sandbox.FaultsAsync(new { errorRate = 0.5, seed = 77 });
            var fates = new List<int>();
            for (var call = 0; call < 30; call++) fates.Add((int)(await sandbox.Gateway.GetAsync("pay_none")).Status);
            return string.Join(' ', fates);
        }

        var first = await RunAsync();
        Assert.Equal(first, await RunAsync());
        Assert.Contains("404", first, StringComparison.Ordinal);
        Assert.Contains("50", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeoutRate_HoldsTheCallBeyondPatience_DoneOrNot()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultsAsync(new { timeoutRate = 1, seed = 3 });
        using var hasty = new HttpClient { BaseAddress = sandbox.Http.BaseAddress, Timeout = TimeSpan.FromMilliseconds(150) };
        var calls = new SignedCalls(hasty);
        for (var order = 0; order < 12; order++)
            await Assert.ThrowsAsync<TaskCanceledException>(() => calls.CreateAsync(SignedCalls.Order("C-" + order), "c-" + order));

        var done = 0;
        for (var order = 0; order < 12; order++)
            done += (await sandbox.ControlAsync("payments?orderId=C-" + order, null, HttpMethod.Get)).GetArrayLength();
        Assert.InRange(done, 1, 11);
    }

    [Fact]
    public async Task TimeoutRate_AnswersInTheEnd()
    {
        await using var sandbox = await SandboxHost.StartAsync(settings: "Sandbox:HoldSeconds=1");
        await sandbox.FaultsAsync(new { timeoutRate = 1 });
        var started = TimeProvider.System.GetTimestamp();

        await sandbox.Gateway.GetAsync("pay_none");

        Assert.True(TimeProvider.System.GetElapsedTime(started).TotalSeconds > 0.9);
    }

    [Fact]
    public async Task DelayMs_SlowsEveryCallDown()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultsAsync(new { delayMs = 300 });
        var started = TimeProvider.System.GetTimestamp();

        await sandbox.Gateway.NewAsync("D-1");

        Assert.True(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds > 280);
    }

    [Fact]
    public async Task WebhookRates_DropAndDouble()
    {
        await using var console = await FakeConsole.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(console.Url);
        var (dropped, doubled) = (await sandbox.Gateway.NewAsync("E-1"), await sandbox.Gateway.NewAsync("E-2"));

        await sandbox.FaultsAsync(new { dropWebhooks = 1 });
        await sandbox.ControlAsync($"payments/{dropped}/pay");
        await sandbox.FaultsAsync(new { duplicateWebhooks = 1 });
        await sandbox.ControlAsync($"payments/{doubled}/pay");

        var twice = await console.WaitAsync(() => console.Events(doubled), 2);
        Assert.Equal(twice[0].Body, twice[1].Body);
        Assert.Empty(console.Events(dropped));
        Assert.Equal("paid", (await sandbox.Gateway.GetAsync(dropped))["status"]);
    }

    [Fact]
    public async Task ReorderWebhooks_LetsLaterEventsOvertake()
    {
        await using var console = await FakeConsole.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(console.Url);
        var id = await sandbox.Gateway.NewAsync("F-1");

        await sandbox.FaultsAsync(new { reorderWebhooks = 1 });
        await sandbox.ControlAsync($"payments/{id}/expire");
        await sandbox.FaultsAsync(new { });
        await sandbox.ControlAsync($"payments/{id}/pay");

        var heard = await console.WaitAsync(() => console.Events(id), 2);
        Assert.Equal(["payment.paid", "payment.expired"], heard.Select(e => e.Json.GetProperty("type").GetString()!));
    }

    [Theory]
    [InlineData("""{"timeoutRate":1.5}""", "timeoutRate")]
    [InlineData("""{"dropWebhooks":-0.1}""", "dropWebhooks")]
    [InlineData("""{"delayMs":-1}""", "delayMs")]
    [InlineData("""{"errorRate":"many"}""", "errorRate")]
    [InlineData("""{"answerCode":1}""", "answerCode")]
    public async Task Faults_OutOfRange_AreRefusedByName(string body, string field)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var reply = await sandbox.Http.PutAsync("/sandbox/faults", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        var problem = await reply.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(field, problem.GetProperty("field").GetString());
    }
}
