using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class AmlMonthlyTotalTests(StorageProvider provider) : RiskPath(provider)
{
    private const string Document = "40404040";

    /// <summary>The first instant of November in Lima.</summary>
    private static DateTimeOffset November { get; } = new(2026, 11, 1, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3749.96, Quiet, "9999.99 USD")]
    [InlineData(3750, Hit, "10000.00 USD")]
    [InlineData(3750.04, Hit, "10000.01 USD")]
    public async Task From_ten_thousand_dollars_in_both_currencies_on_it_fires(decimal soles, RuleResult result, string total)
    {
        await UseAsync(Default("aml-monthly-total"));
        await PlaceAsync(Of(9000m, "USD").At(November));

        var order = Of(soles, "PEN");
        var found = await JudgeAsync(order);

        found.Saw(result, $"{total} in 2 orders this month", "from 10000.00 USD", total, "2", "10000.00 USD");
        Assert.Equal(RuleAction.Review, found.Action);
        Assert.Equal(result == Hit, (await OrderAsync(order.OrderId)).Aml);
    }

    [Fact]
    public async Task The_month_begins_at_midnight_in_Lima()
    {
        await UseAsync(Default("aml-monthly-total"));
        await PlaceAsync(Of(9999m, "USD").At(November.AddMilliseconds(-1)));
        Assert.Equal(Quiet, await ResultAsync(Of(1m, "USD")));

        await PlaceAsync(Of(9998m, "USD").At(November));

        Assert.Equal(Hit, await ResultAsync(Of(1m, "USD")));
    }

    [Fact]
    public async Task An_order_of_the_month_before_counts_with_its_own()
    {
        await UseAsync(Default("aml-monthly-total"));
        await PlaceAsync(Of(9999m, "USD").At(November));

        Assert.Equal("1", (await JudgeAsync(Of(5000m, "USD").At(November.AddMilliseconds(-1)))).Args[1]);
    }

    [Fact]
    public async Task The_document_counts_however_it_is_written_and_whoever_uses_it()
    {
        await UseAsync(Default("aml-monthly-total"));
        await PlaceAsync(NewOrder(9999m, currency: "USD").Document("40.404-040", "dni"));

        Assert.Equal(Hit, await ResultAsync(NewOrder(1m, currency: "USD").Document(" 40404040 ")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder(1m, currency: "USD").Document(Document, "CE")));
    }

    [Fact]
    public async Task Amount_and_rate_are_settings()
    {
        await UseAsync(new RuleSet(50, new RiskRates(4m, new DateOnly(2026, 11, 20)), [
            RuleEntry.Of("aml-monthly-total", RuleAction.Review, new AmlMonthlyTotalSettings { FromUsd = 100m })]));

        Assert.Equal(Quiet, await ResultAsync(NewOrder(399.97m)));
        Assert.Equal(Hit, await ResultAsync(NewOrder(400m)));
    }

    [Fact]
    public async Task Without_a_document_there_is_nothing_to_look_at()
    {
        await UseAsync(Default("aml-monthly-total"));

        Assert.Equal(NoInput, await ResultAsync(NewOrder(90_000m, currency: "USD").Document(null)));
    }

    private OrderContent Of(decimal amount, string currency) => NewOrder(amount, currency: currency).Document(Document);
}

public sealed class AmlMonthlyTotalTestsOnSqlite() : AmlMonthlyTotalTests(StorageProvider.Sqlite);

public sealed class AmlMonthlyTotalTestsOnPostgres() : AmlMonthlyTotalTests(StorageProvider.Postgres);
