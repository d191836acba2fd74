using Microsoft.AspNetCore.Http;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Tests.PagoEfectivo;

namespace PagoConsole.Tests.Risk.DeviceReputation;

public sealed class FraudLabsProAnswerTests : IAsyncLifetime
{
    private FakeGateway fake = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => fake = await FakeGateway.StartAsync();

    public ValueTask DisposeAsync() => fake.DisposeAsync();

    [Theory]
    [InlineData("""{"fraudlabspro_score":0}""", 0)]
    [InlineData("""{"fraudlabspro_score":100,"device":{"is_in_blacklist":true}}""", 100)]
    public async Task A_score_is_taken_as_it_is(string body, int score) => Assert.Equal(DeviceScore.Of(score), await AnsweredAsync(200, body));

    [Theory]
    [InlineData(200, """{"error":{"error_code":102,"error_message":"INVALID KEY"}}""", ReputationOutage.Refused)]
    [InlineData(400, """{"error":{}}""", ReputationOutage.Refused)]
    [InlineData(401, "", ReputationOutage.Refused)]
    [InlineData(429, "", ReputationOutage.Refused)]
    [InlineData(302, "", ReputationOutage.Refused)]
    [InlineData(500, "", ReputationOutage.Unreachable)]
    [InlineData(503, """{"fraudlabspro_score":5}""", ReputationOutage.Unreachable)]
    [InlineData(200, "", ReputationOutage.Unreadable)]
    [InlineData(200, "<html>", ReputationOutage.Unreadable)]
    [InlineData(200, "[]", ReputationOutage.Unreadable)]
    [InlineData(200, "{}", ReputationOutage.Unreadable)]
    [InlineData(200, """{"fraudlabspro_score":101}""", ReputationOutage.Unreadable)]
    [InlineData(200, """{"fraudlabspro_score":-1}""", ReputationOutage.Unreadable)]
    [InlineData(200, """{"fraudlabspro_score":4.5}""", ReputationOutage.Unreadable)]
    [InlineData(200, """{"fraudlabspro_score":null}""", ReputationOutage.Unreadable)]
    [InlineData(200, """{"fraudlabspro_score":"42"}""", ReputationOutage.Unreadable)]
    public async Task Anything_else_is_an_outage(int status, string body, ReputationOutage outage) =>
        Assert.Equal(DeviceScore.Without(outage), await AnsweredAsync(status, body));

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_it() =>
        Assert.Equal(ReputationOutage.Unreadable, (await AnsweredAsync(200, new string(' ', 100_000))).Outage);

    [Fact]
    public async Task An_order_waits_as_long_as_configured_and_no_longer()
    {
        fake.Answer = (context, _) => Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
        await using var reputation = ReputationUnderTest.At(fake.Address, timeoutMs: 300);
        await reputation.ScoreAsync(); // the first call of a process also pays for compiling
        var started = TimeProvider.System.GetTimestamp();

        Assert.Equal(DeviceScore.Without(ReputationOutage.Timeout), await reputation.ScoreAsync());

        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds, 290, 10_000);
    }

    [Fact]
    public async Task A_body_that_stops_half_way_times_out_too()
    {
        fake.Answer = async (context, _) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"fraud", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
        };
        await using var reputation = ReputationUnderTest.At(fake.Address, timeoutMs: 400);

        Assert.Equal(ReputationOutage.Timeout, (await reputation.ScoreAsync()).Outage);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_outage()
    {
        fake.Answer = (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal(ReputationOutage.Unreachable, (await Scored(fake.Address)).Outage);
    }

    [Fact]
    public async Task Nobody_there_is_an_outage() => Assert.Equal(ReputationOutage.Unreachable, (await Scored("http://127.0.0.1:1")).Outage);

    [Fact]
    public async Task Off_asks_nobody()
    {
        await using var reputation = new ReputationUnderTest(("BaseUrl", fake.Address), ("ApiKey", "k"), ("Enabled", "false"));

        Assert.Equal(DeviceScore.Without(ReputationOutage.Off), await reputation.ScoreAsync());
        Assert.Empty(fake.Received);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        using var gaveUp = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        fake.Answer = async (context, _) =>
        {
            await gaveUp.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
        };
        await using var reputation = ReputationUnderTest.At(fake.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reputation.ScoreAsync(ct: gaveUp.Token));
    }

    [Fact]
    public async Task An_outage_is_logged_by_order_and_reason_without_key_or_person()
    {
        fake.Answer = (context, _) => FakeGateway.Json(context, 500, "down");
        await using var reputation = ReputationUnderTest.At(fake.Address);
        await reputation.ScoreAsync();

        Assert.Contains("No device reputation for order MP-10001: unreachable", reputation.Logs.Text, StringComparison.Ordinal);
        Assert.All(
            [ReputationUnderTest.Key, "example.pe", "987654321", "fp-77ab", "190.235"],
            secret => Assert.DoesNotContain(secret, reputation.Logs.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Each_outage_has_a_word_that_stays() =>
        Assert.Equal(
            ["off", "timeout", "unreachable", "refused", "unreadable"], Enum.GetValues<ReputationOutage>().Select(o => DeviceScore.Without(o).Reason));

    private static async Task<DeviceScore> Scored(string address)
    {
        await using var reputation = ReputationUnderTest.At(address);
        return await reputation.ScoreAsync();
    }

    private Task<DeviceScore> AnsweredAsync(int status, string body)
    {
        fake.Answer = (context, _) => FakeGateway.Json(context, status, body);
        return Scored(fake.Address);
    }
}
