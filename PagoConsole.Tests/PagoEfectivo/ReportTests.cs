using Microsoft.AspNetCore.Http;
using PagoConsole.Core.PagoEfectivo;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.ReportStream>;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>The daily report, read while it arrives.</summary>
public sealed class ReportTests
{
    private const string Header = "payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id";
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_comes_with_its_row_count_and_every_line()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = async (context, _) =>
        {
            Csv(context, "20000");
            await context.Response.WriteAsync(Header + "\n");
            for (var i = 0; i < 20_000; i++) await context.Response.WriteAsync($"pay_{i},MP-{i},1,paid,PEN,10.00,1.00,0.18,8.82,Ñ,,,,\n");
        };
        await using var client = new GatewayUnderTest(fake.Address);

        var answer = await client.Gateway.ReportAsync(Day, Ct);

        await using var report = Assert.IsType<Answer.Succeeded>(answer).Value;
        using var text = report.OpenText();
        Assert.Equal(20_000, report.RowCount);
        Assert.Equal(Header, await text.ReadLineAsync(Ct));
        var rows = 0;
        while (await text.ReadLineAsync(Ct) is { } line) Assert.StartsWith($"pay_{rows++},", line, StringComparison.Ordinal);
        Assert.Equal(20_000, rows);
        Assert.Equal("/api/v1/report?date=2026-11-22", Assert.Single(answer.Calls).Path);
    }

    [Fact]
    public async Task A_report_is_given_before_its_end_has_arrived()
    {
        var rest = new TaskCompletionSource();
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = async (context, _) =>
        {
            Csv(context, "0");
            await context.Response.WriteAsync(Header + "\n");
            await context.Response.Body.FlushAsync();
            await rest.Task;
        };
        await using var client = new GatewayUnderTest(fake.Address, timeoutSeconds: 1);

        await using var report = Assert.IsType<Answer.Succeeded>(await client.Gateway.ReportAsync(Day, Ct)).Value;
        using var text = report.OpenText();
        Assert.Equal(Header, await text.ReadLineAsync(Ct));
        // Longer than the time of a call: that covers the beginning of the answer only.
        await Task.Delay(TimeSpan.FromSeconds(1.2), Ct);
        rest.SetResult();
        Assert.Null(await text.ReadLineAsync(Ct));
    }

    [Fact]
    public async Task A_report_that_stalls_is_given_up()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = async (context, _) =>
        {
            Csv(context, "10");
            await context.Response.WriteAsync(Header + "\n");
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await using var client = new GatewayUnderTest(fake.Address, GatewayUnderTest.Quick with { LongestStall = TimeSpan.FromMilliseconds(300) });

        await using var report = Assert.IsType<Answer.Succeeded>(await client.Gateway.ReportAsync(Day, Ct)).Value;

        await Assert.ThrowsAsync<TimeoutException>(() => report.OpenText().ReadToEndAsync(Ct));
    }

    [Fact]
    public async Task A_report_that_is_cut_short_fails_to_be_read()
    {
        var begun = new TaskCompletionSource();
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = async (context, _) =>
        {
            Csv(context, "10");
            await context.Response.WriteAsync(Header + "\n");
            await context.Response.Body.FlushAsync();
            await begun.Task;
            context.Abort();
        };
        await using var client = new GatewayUnderTest(fake.Address);

        await using var report = Assert.IsType<Answer.Succeeded>(await client.Gateway.ReportAsync(Day, Ct)).Value;
        begun.SetResult();

        await Assert.ThrowsAnyAsync<IOException>(() => report.OpenText().ReadToEndAsync(Ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("many")]
    [InlineData("-1")]
    public async Task A_row_count_that_is_none_is_not_made_up(string? rowCount)
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) =>
        {
            Csv(context, rowCount);
            return context.Response.WriteAsync(Header + "\n");
        };
        await using var client = new GatewayUnderTest(fake.Address);

        await using var report = Assert.IsType<Answer.Succeeded>(await client.Gateway.ReportAsync(Day, Ct)).Value;

        Assert.Null(report.RowCount);
    }

    [Fact]
    public async Task What_is_no_report_is_no_report()
    {
        await using var fake = await FakeGateway.StartAsync();
        fake.Answer = (context, n) => n switch
        {
            1 => FakeGateway.Error(context, 400, 4000, "date"),
            _ => FakeGateway.Json(context, 200, "{}"),
        };
        await using var client = new GatewayUnderTest(fake.Address);

        Assert.Equal(GatewayError.InvalidRequest, Assert.IsType<Answer.Refused>(await client.Gateway.ReportAsync(Day, Ct)).Error);
        Assert.Equal(GatewayDoubt.Unreadable, Assert.IsType<Answer.Unknown>(await client.Gateway.ReportAsync(Day, Ct)).Doubt);
    }

    private static void Csv(HttpContext context, string? rowCount)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        if (rowCount is not null) context.Response.Headers["X-Row-Count"] = rowCount;
    }
}
