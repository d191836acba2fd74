using System.Net;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Sandbox.Report;

namespace PagoConsole.Tests.Sandbox;

public sealed class ReportTests : IAsyncLifetime
{
    private const string Header =
        "payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id";

    // Friday, 23:30 in Lima, which is Saturday in UTC.
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 21, 4, 30, 0, TimeSpan.Zero));
    private SandboxHost _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxHost.StartAsync(time: _time);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    private Task<GatewayReply> ReportAsync(string date) =>
        _sandbox.Gateway.SendAsync(HttpMethod.Get, "/report?date=" + date, timestamp: _time.GetUtcNow().ToUnixTimeSeconds());

    private async Task<string> PaidAsync(string order, object? pay = null)
    {
        var created = await _sandbox.Gateway.SendAsync(
            HttpMethod.Post, "/payment", SignedCalls.Order(order, "1299.90"), order, _time.GetUtcNow().ToUnixTimeSeconds());
        await _sandbox.ControlAsync($"payments/{created["id"]}/pay", pay);
        return created["id"]!;
    }

    [Fact]
    public async Task Report_OfADay_HoldsWhatMovedInLimaThatDay()
    {
        var id = await PaidAsync("MP-1", new { channel = "YAPE", transactionId = "tx,1" });
        _time.Advance(TimeSpan.FromHours(1));
        await _sandbox.ControlAsync($"payments/{id}/refund", new { amount = "300.00" });

        var friday = await ReportAsync("2026-11-20");
        Assert.Equal((HttpStatusCode.OK, "1"), (friday.Status, friday.Headers["X-Row-Count"]));
        Assert.StartsWith("text/csv", friday.Headers["Content-Type"], StringComparison.Ordinal);
        var lines = friday.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Header, lines[0]);
        // 3.5 % of 1299.90 is 45.4965; 18 % of 45.50 is 8.19. Two business days after a Friday is a Tuesday.
        Assert.Equal(
            $"{id},MP-1,00012345679,paid,PEN,1299.90,45.50,8.19,1246.21,YAPE,2026-11-20T23:30:00-05:00,2026-11-24,\"tx,1\",", lines[1]);

        var saturday = await ReportAsync("2026-11-21");
        Assert.Equal("1", saturday.Headers["X-Row-Count"]);
        Assert.Contains($"{id},MP-1,00012345679,refunded,PEN,300.00,0.00,0.00,300.00,YAPE,2026-11-21T00:30:00-05:00,2026-11-24,rf_", saturday.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfAnEmptyDay_IsItsFirstLineAlone()
    {
        var reply = await ReportAsync("2026-11-19");
        Assert.Equal((Header + "\n", "0"), (reply.Text, reply.Headers["X-Row-Count"]));
        Assert.Equal(4000, (await ReportAsync("19/11/2026")).Code);
    }

    [Fact]
    public async Task Report_Replaced_IsThatText_UntilItIsRestored()
    {
        await PaidAsync("MP-2");
        var planted = Header + "\npay_x,MP-9,1,paid,PEN,1.00,0.00,0.00,1.00,YAPE,2026-11-20T10:00:00-05:00,2026-11-24,tx_9,\n";
        await _sandbox.ControlAsync("report", new { date = "2026-11-20", csv = planted }, HttpMethod.Put);
        var replaced = await ReportAsync("2026-11-20");
        Assert.Equal((planted, "1"), (replaced.Text, replaced.Headers["X-Row-Count"]));

        await _sandbox.ControlAsync("report", new { date = "2026-11-20", csv = planted, rowCount = 7 }, HttpMethod.Put);
        Assert.Equal("7", (await ReportAsync("2026-11-20")).Headers["X-Row-Count"]);

        await _sandbox.ControlAsync("report", new { date = "2026-11-20", csv = (string?)null }, HttpMethod.Put);
        Assert.Contains("MP-2", (await ReportAsync("2026-11-20")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfManyPages_IsWhole()
    {
        await Task.WhenAll(Enumerable.Range(0, 2100).Select(number => PaidAsync("M-" + number)));
        var reply = await ReportAsync("2026-11-20");
        var lines = reply.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("2100", 2101, 2100), (reply.Headers["X-Row-Count"], lines.Length, lines.Skip(1).Distinct().Count()));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("h", 0)]
    [InlineData("h\n", 0)]
    [InlineData("h\na\n\nb", 2)]
    [InlineData("h\r\na\r\n\r\n", 1)]
    [InlineData("h\n\"a\nb\",c\n", 1)]
    public void CountRecords_CountsRecordsNotLines(string csv, int rows) => Assert.Equal(rows, ReportControl.CountRecords(csv));
}
