using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class AmlStructuringTests(StorageProvider provider) : RiskPath(provider)
{
    private const string Document = "40404040";

    [Fact]
    public async Task The_third_just_under_the_threshold_in_a_week_fires()
    {
        await UseAsync(Default("aml-structuring"));
        await PlaceAsync(Of(4800m));

        (await JudgeAsync(Of(4900m))).Saw(
            Quiet, "2 orders within 10 % under 5000.00 PEN in 7 d", "from 3", "2", "10", "5000.00 PEN", "7", "3");
        var order = Of(4500m);
        var third = await JudgeAsync(order);

        third.Saw(Hit, "3 orders within 10 % under 5000.00 PEN in 7 d", "from 3", "3", "10", "5000.00 PEN", "7", "3");
        Assert.Equal(RuleAction.Review, third.Action);
        Assert.True((await OrderAsync(order.OrderId)).Aml);
    }

    [Theory]
    [InlineData(4499.99, "PEN", Quiet)]
    [InlineData(4500, "PEN", Hit)]
    [InlineData(4999.99, "PEN", Hit)]
    [InlineData(5000, "PEN", Quiet)]
    [InlineData(1199.99, "USD", Quiet)] // 4499.96 PEN
    [InlineData(1200, "USD", Hit)] // 4500 PEN
    [InlineData(1333.33, "USD", Hit)] // 4999.99 PEN
    [InlineData(1333.34, "USD", Quiet)] // 5000.03 PEN
    public async Task The_band_holds_its_lower_end_and_not_its_upper_one(decimal amount, string currency, RuleResult result)
    {
        await UseAsync(Default("aml-structuring"));
        await PlaceAsync(Of(4700m));
        await PlaceAsync(Of(4700m));

        Assert.Equal(result, await ResultAsync(Of(amount, currency)));
    }

    [Fact]
    public async Task The_window_is_open_at_its_far_end()
    {
        await UseAsync(Default("aml-structuring"));
        await PlaceAsync(Of(4700m));
        await PlaceAsync(Of(4700m).At(Now.AddDays(-7)));
        Assert.Equal(Quiet, await ResultAsync(Of(4700m).At(Now)));

        await PlaceAsync(Of(4700m).At(Now.AddDays(-7).AddMilliseconds(1)).Document("40404041"));
        await PlaceAsync(Of(4700m).Document("40404041"));

        Assert.Equal(Hit, await ResultAsync(Of(4700m).Document("40404041")));
    }

    [Fact]
    public async Task Number_width_threshold_and_days_are_settings()
    {
        var settings = new AmlStructuringSettings { Orders = 2, Percent = 50, UnderPen = 100m, WindowDays = 1 };
        await UseAsync(RuleEntry.Of("aml-structuring", RuleAction.Reject, settings));
        await PlaceAsync(Of(50m));

        Assert.Equal(Quiet, await ResultAsync(Of(100m)));
        Assert.Equal(Hit, await ResultAsync(Of(99.99m)));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Quiet, await ResultAsync(Of(60m)));
    }

    [Fact]
    public async Task Without_a_document_there_is_nothing_to_look_at()
    {
        await UseAsync(Default("aml-structuring"));

        for (var i = 0; i < 3; i++) Assert.Equal(NoInput, await ResultAsync(NewOrder(4700m).Document(null)));
    }

    private OrderContent Of(decimal amount, string currency = "PEN") => NewOrder(amount, currency: currency).Document(Document);
}

public sealed class AmlStructuringTestsOnSqlite() : AmlStructuringTests(StorageProvider.Sqlite);

public sealed class AmlStructuringTestsOnPostgres() : AmlStructuringTests(StorageProvider.Postgres);
