using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public sealed class GeoMismatchTests
{
    [Theory]
    [InlineData("PE", null, Quiet, "PE")]
    [InlineData("PE", "PE", Quiet, "PE")]
    [InlineData("PE", "pe", Quiet, "PE")]
    [InlineData("US", null, Hit, "US")]
    [InlineData("US", "US", Hit, "US")]
    [InlineData("US", "PE", Hit, "US, shipped to PE")]
    [InlineData("PE", "CL", Hit, "PE, shipped to CL")]
    [InlineData("PE", "", Quiet, "PE")]
    public async Task It_fires_abroad_and_where_the_goods_go_elsewhere(string country, string? shipping, RuleResult result, string observed)
    {
        var found = await JudgeAsync(OneOrder.Default("geo-mismatch"), country, shipping);

        Assert.Equal((result, observed, "PE"), (found.Result, found.Observed, found.Threshold));
        Assert.Equal((RuleAction.Score, 40), (found.Action, found.Score));
    }

    [Theory]
    [InlineData("CL", null, Quiet)]
    [InlineData("CL", "CL", Quiet)]
    [InlineData("CL", "PE", Hit)]
    [InlineData("AR", null, Hit)]
    public async Task The_countries_are_a_setting(string country, string? shipping, RuleResult result)
    {
        var entry = RuleEntry.Of("geo-mismatch", RuleAction.Review, new GeoMismatchSettings { Allowed = ["PE", "cl"] });

        Assert.Equal(result, (await JudgeAsync(entry, country, shipping)).Result);
    }

    [Fact]
    public async Task From_nowhere_there_is_nothing_to_look_at() =>
        Assert.Equal(NoInput, (await JudgeAsync(OneOrder.Default("geo-mismatch"), null, "CL")).Result);

    private static Task<AssessedRule> JudgeAsync(RuleEntry entry, string? country, string? shipping) =>
        OneOrder.JudgeAsync(entry, OneOrder.Bare().To("Av. Arequipa 1234", shipping), new OutsideFacts(country, null));
}

public abstract class GeoMismatchLiveTests(StorageProvider provider) : RiskPath(provider)
{
    [Fact]
    public async Task The_country_is_that_of_the_orders_address()
    {
        await UseAsync(Default("geo-mismatch"));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().From("190.235.12.7")));
        (await JudgeAsync(NewOrder().From("8.8.8.8"))).Saw(Hit, "US", "PE", "US", "US", "PE");
        Assert.Equal(Hit, await ResultAsync(NewOrder().From("2001:4860:4860::8888")));
        Assert.Equal(NoInput, await ResultAsync(NewOrder().From("10.0.0.1")));
    }
}

public sealed class GeoMismatchLiveTestsOnSqlite() : GeoMismatchLiveTests(StorageProvider.Sqlite);

public sealed class GeoMismatchLiveTestsOnPostgres() : GeoMismatchLiveTests(StorageProvider.Postgres);
