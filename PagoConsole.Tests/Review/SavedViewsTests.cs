using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Review;

public sealed class SqliteSavedViewsTests() : SavedViewsTests(StorageProvider.Sqlite);

public sealed class PostgresSavedViewsTests() : SavedViewsTests(StorageProvider.Postgres);

public abstract class SavedViewsTests(StorageProvider provider) : MoneyPath(provider)
{
    private static readonly Actor Luz = Person("luz");

    private SavedViews Views => Get<SavedViews>();

    [Fact]
    public async Task Everybody_has_their_own()
    {
        await Views.SaveAsync(" Large ", "from=2000", Analyst, Ct);
        await Views.SaveAsync("AML", "only=aml", Analyst, Ct);
        await Views.SaveAsync("Large", "from=5000", Luz, Ct);

        Assert.Equal([("AML", "only=aml"), ("Large", "from=2000")], (await Views.ReadAsync(Analyst, Ct)).Select(view => (view.Name, view.Query)));
        Assert.Equal("from=5000", Assert.Single(await Views.ReadAsync(Luz, Ct)).Query);
    }

    [Fact]
    public async Task The_same_name_replaces_the_filter()
    {
        await Views.SaveAsync("Large", "from=2000", Analyst, Ct);
        await Views.SaveAsync("Large", "from=3000", Analyst, Ct);

        Assert.Equal("from=3000", Assert.Single(await Views.ReadAsync(Analyst, Ct)).Query);
    }

    [Fact]
    public async Task Only_ones_own_can_be_deleted()
    {
        var kept = (await Views.SaveAsync("Large", "from=2000", Analyst, Ct)).Value;

        await Views.RemoveAsync(kept.ViewId, Luz, Ct);
        Assert.Single(await Views.ReadAsync(Analyst, Ct));
        await Views.RemoveAsync(kept.ViewId, Analyst, Ct);
        Assert.Empty(await Views.ReadAsync(Analyst, Ct));
    }

    [Fact]
    public async Task A_view_needs_a_name_and_there_are_only_so_many()
    {
        Assert.Equal("name", (await Views.SaveAsync("  ", "", Analyst, Ct)).Refusal?.Field);
        for (var i = 0; i < SavedView.MostOfAPerson; i++) Assert.True((await Views.SaveAsync($"V{i}", "", Analyst, Ct)).Done);
        Assert.Equal(RefusalCode.Invalid, (await Views.SaveAsync("one more", "", Analyst, Ct)).Refusal?.Code);
        Assert.True((await Views.SaveAsync("V3", "only=aml", Analyst, Ct)).Done);
    }
}
