using System.Net;
using System.Net.Http.Json;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Tests.Sandbox;

namespace PagoConsole.Tests.Risk.DeviceReputation;

public sealed class SandboxReputationTests : IAsyncLifetime
{
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync() => sandbox = await SandboxHost.StartAsync();

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task The_embedded_sandbox_is_found_on_our_own_address()
    {
        await using var reputation = Reputation();

        Assert.Equal(DeviceScore.Of(95), await reputation.ScoreAsync(On("fp-1-risky")));
    }

    [Fact]
    public async Task Another_device_has_a_score_that_stays()
    {
        await using var reputation = Reputation();
        var scores = new List<int>();
        for (var device = 0; device < 20; device++) scores.Add((await reputation.ScoreAsync(On($"fp-{device}"))).Score!.Value);

        Assert.All(scores, score => Assert.InRange(score, 0, 60));
        Assert.True(scores.Distinct().Count() > 5);
        Assert.Equal(scores[7], (await reputation.ScoreAsync(On("fp-7"))).Score);
        Assert.Equal(30, (await reputation.ScoreAsync(On(null))).Score);
    }

    [Fact]
    public async Task Faults_reach_it_as_they_reach_the_gateway()
    {
        await using var reputation = Reputation();
        await sandbox.FaultsAsync(new { errorRate = 1 });
        Assert.Equal(ReputationOutage.Unreachable, (await reputation.ScoreAsync()).Outage);
        await sandbox.FaultsAsync(new { unavailable = true });
        Assert.Equal(ReputationOutage.Unreachable, (await reputation.ScoreAsync()).Outage);
        await sandbox.FaultsAsync(new { });
        Assert.NotNull((await reputation.ScoreAsync()).Score);
    }

    [Fact]
    public async Task A_time_out_or_a_delay_there_is_an_outage_here()
    {
        await using var reputation = Reputation(timeoutMs: 500);
        await sandbox.FaultsAsync(new { timeoutRate = 1 });
        Assert.Equal(ReputationOutage.Timeout, (await reputation.ScoreAsync()).Outage);
        await sandbox.FaultsAsync(new { delayMs = 3000 });
        Assert.Equal(ReputationOutage.Timeout, (await reputation.ScoreAsync()).Outage);
    }

    [Theory]
    [InlineData("""{"ip":"8.8.8.8"}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"key":"k"}""", HttpStatusCode.BadRequest)]
    [InlineData("no json", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    public async Task A_request_that_lacks_something_is_refused(string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await sandbox.Http.PostAsync("/sandbox/fraudlabspro/v2/order/screen", content, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        var error = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        Assert.NotEmpty(error.GetProperty("error").GetProperty("error_message").GetString()!);
    }

    private static OrderContent On(string? fingerprint) => ReputationUnderTest.Order with { Device = new OrderDevice(fingerprint, null) };

    private ReputationUnderTest Reputation(int timeoutMs = 5000)
    {
        var reputation = new ReputationUnderTest(("TimeoutMs", timeoutMs.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        reputation.Self.Set(sandbox.Http.BaseAddress!);
        return reputation;
    }
}
