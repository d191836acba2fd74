using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Reconciliation.Differences.DifferencesToHave;

namespace PagoConsole.Tests.Reconciliation.Differences;

public sealed class DifferenceListTestsOnSqlite() : DifferenceListTests(StorageProvider.Sqlite);

public sealed class DifferenceListTestsOnPostgres() : DifferenceListTests(StorageProvider.Postgres);

/// <summary>Filters, pages, counts and the month.</summary>
public abstract class DifferenceListTests(StorageProvider provider) : DifferenceTest(provider)
{
    private static DifferenceFilter OfDay => new() { From = Day, To = Day };

    [Fact]
    public async Task Pages_hold_every_difference_once_most_money_first()
    {
        await ManyAsync(120);
        var seen = new List<DifferenceRow>();
        DifferenceKey? after = null;
        do
        {
            var page = (await List.ReadAsync(OfDay, DifferenceKey.Parse(after?.ToString()), Auditor, Ct)).Value;
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(120, seen.Select(row => row.DifferenceId).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(row => row.AtStake.Minor).Select(row => row.AtStake.Minor), seen.Select(row => row.AtStake.Minor));
        var all = new List<string>();
        await foreach (var row in List.AllAsync(OfDay, Auditor, Ct)) all.Add(row.DifferenceId);
        Assert.Equal(seen.Select(row => row.DifferenceId).Order(), all.Order());
    }

    [Fact]
    public async Task Each_filter_shows_its_own()
    {
        var now = Time.GetUtcNow();
        var mine = await FoundAsync(New(now, DifferenceKind.FeeMismatch));
        await Get<AssignDifference>().RunAsync(mine.DifferenceId, DifferencesToHave.Fina.Signature, null, DifferencesToHave.Fina, Ct);
        var dollars = await FoundAsync(New(now, currency: "USD", atStake: 500m, orderId: "MP-7"));
        await DecideAsync(dollars, DifferenceState.WrittenOff);
        var other = await FoundAsync(New(now, day: Day.AddDays(1)));
        var done = await FoundAsync(New(now, DifferenceKind.FeeMismatch));
        await DecideAsync(done, DifferenceState.Explained);

        Assert.Equal([mine.DifferenceId], await IdsAsync(OfDay with { Owner = "person:fina" }));
        Assert.Equal([dollars.DifferenceId], await IdsAsync(OfDay with { Currency = Currency.Usd }));
        Assert.Equal([dollars.DifferenceId], await IdsAsync(OfDay with { Text = "MP-7" }));
        Assert.Equal([dollars.DifferenceId], await IdsAsync(OfDay with { AwaitsSecond = true }));
        Assert.Equal([done.DifferenceId], await IdsAsync(OfDay with { States = new HashSet<DifferenceState> { DifferenceState.Explained } }));
        Assert.Equal([mine.DifferenceId, done.DifferenceId], await IdsAsync(OfDay with { Kinds = new HashSet<DifferenceKind> { DifferenceKind.FeeMismatch } }));
        Assert.Equal([other.DifferenceId], await IdsAsync(OfDay with { From = Day.AddDays(1), To = Day.AddDays(1) }));
        Assert.Equal(3, await List.OpenAsync(Ct));
        Assert.Equal((2, 3), ((await List.CountAsync(Day, Day, Auditor, Ct)).Value.Where(c => c.IsOpen).Sum(c => c.Count), (await List.CountAsync(Day, Day, Auditor, Ct)).Value.Sum(c => c.Count)));
        Assert.Equal(RefusalCode.NotAllowed, (await List.ReadAsync(OfDay, null, Marketplace, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task The_month_counts_what_is_open_by_day_in_soles()
    {
        await MatchAsync(Get<Writes>(), Day);
        var now = Time.GetUtcNow();
        await FoundAsync(New(now, atStake: 30m));
        await DecideAsync(await FoundAsync(New(now, atStake: 12m)), DifferenceState.Explained);
        await FoundAsync(New(now, day: new DateOnly(2026, 10, 3)));

        var month = (await Get<MonthView>().ReadAsync(Day, Auditor, Ct)).Value;

        Assert.Equal(30, month.Days.Count);
        var day = month.Days.Single(d => d.Day == Day);
        Assert.Equal((1, 2, 30m, DayState.Matched), (day.Open, day.Total, day.OpenSoles, day.State));
        Assert.Equal((1, new DateOnly(2026, 10, 3)), (month.OpenElsewhere, month.OldestElsewhere));
        var facts = (await Get<DayView>().ReadAsync(Day, Auditor, Ct)).Value;
        Assert.Equal((1, 2, RefusalCode.DifferencesOpen), (facts.Open, facts.Total, facts.Obstacle?.Code));
        Assert.True((await Get<MonthView>().ReadAsync(new DateOnly(2026, 1, 5), Auditor, Ct)).Value.IsEmpty);
    }

    [Fact]
    public async Task A_line_shows_what_became_of_its_order()
    {
        var placed = await PlaceAsync(NewOrder());
        await FoundAsync(New(Time.GetUtcNow(), orderId: placed.OrderId));

        var row = Assert.Single((await List.ReadAsync(OfDay, null, Auditor, Ct)).Value.Rows);

        Assert.Equal(PagoConsole.Core.Orders.OrderStatus.AwaitingPayment, row.OrderStatus);
        Assert.Single((await List.OfOrderAsync(placed.OrderId, Analyst, Ct)).Value);
    }

    private DifferenceList List => Get<DifferenceList>();

    private async Task<List<string>> IdsAsync(DifferenceFilter filter) => [.. (await List.ReadAsync(filter, null, Auditor, Ct)).Value.Rows.Select(row => row.DifferenceId).Order()];

    private Task ManyAsync(int count) => Get<Writes>().DoAsync(
        tx =>
        {
            tx.Db.AddRange(Enumerable.Range(0, count).Select(i => New(tx.Now, (DifferenceKind)(i % 15), atStake: i % 7)));
            return Task.CompletedTask;
        },
        Ct);
}
