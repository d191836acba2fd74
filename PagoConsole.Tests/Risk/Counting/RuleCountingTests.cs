using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Counting;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk.Counting;

public sealed class RuleCountingOnSqlite() : RuleCountingTests(StorageProvider.Sqlite);

public sealed class RuleCountingOnPostgres() : RuleCountingTests(StorageProvider.Postgres);

/// <summary>The counts of the rules equal what the assessments say, however they came about.</summary>
public abstract class RuleCountingTests(StorageProvider provider) : RuleDesk(provider)
{
    private readonly Dictionary<string, bool> decided = [];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 1000)]
    public async Task Whatever_happened_and_wherever_batches_end_the_counts_are_those_of_the_assessments(int seed, int atOnce)
    {
        await HappenAsync(new Random(seed), atOnce);

        await AssertCountedAsync();
    }

    [Fact]
    public async Task Two_nodes_count_each_order_once()
    {
        await HappenAsync(new Random(5), null);
        await using var other = Build();
        CountJudgements[] nodes =
        [
            new(Get<IDbContextFactory<PagoDb>>(), Get<Writes>(), Get<Dialect>(), 3),
            new(other.GetRequiredService<IDbContextFactory<PagoDb>>(), other.GetRequiredService<Writes>(), other.GetRequiredService<Dialect>(), 2),
        ];

        await Task.WhenAll(nodes.Select(async node =>
        {
            for (var i = 0; i < 60; i++) await node.RunAsync(Ct);
        }));
        await CountAsync();

        await AssertCountedAsync();
    }

    [Fact]
    public async Task What_is_forgotten_is_counted_anew_to_the_same()
    {
        await HappenAsync(new Random(8), 9);

        await Get<ForgetRuleCounts>().RunAsync(Ct);
        Assert.Empty(await RuleDaysAsync());
        await CountAsync(4);

        await AssertCountedAsync();
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_nobodys_decision()
    {
        await HeldAsync();
        Time.Advance(TimeSpan.FromDays(3));
        await Get<Core.Payments.CarryOutDecisions>().RunAsync(Ct);
        await CountAsync();

        var hours = await ReadAsync(db => db.Set<JudgedHour>().AsNoTracking().ToListAsync(Ct));

        Assert.Equal(Judgement.Held, Assert.Single(hours).What);
    }

    [Fact]
    public async Task Money_held_is_in_soles_at_the_rate_of_the_rule_set()
    {
        await PlaceAsync(NewOrder(400m, 2, "USD"));
        await CountAsync();

        var held = Assert.Single(await RuleDaysAsync(), day => day.Rule == "new-account-high-value");

        Assert.Equal((1, 150_000), (held.Held, held.HeldMinor));
    }

    [Fact]
    public async Task A_list_entry_knows_how_often_it_was_met_and_by_which_orders()
    {
        var entry = (await Get<AddToList>().RunAsync(ListEffect.Block, ListedKind.Device, "fp-77ab", "Chargeback", null, Analyst, Ct)).Value;
        var first = NewOrder() with { Device = new OrderDevice("fp-77ab", null) };
        await PlaceAsync(first);
        await CountAsync();
        Time.Advance(TimeSpan.FromMinutes(90));
        var second = NewOrder() with { Device = new OrderDevice("fp-77ab", null) };
        await PlaceAsync(second);
        await PlacedAsync();
        await CountAsync();

        var row = Assert.Single((await Get<ListBook>().ReadAsync(new ListFilter(), null, Analyst, Ct)).Value.Rows);
        var orders = (await Get<ListHits>().ReadAsync(entry.EntryId, Analyst, Ct)).Value;

        Assert.Equal((2, Time.GetUtcNow()), (row.Hits, row.LastHit));
        Assert.Equal([second.OrderId, first.OrderId], orders.Select(order => order.OrderId));
        Assert.All(orders, order => Assert.Equal(OrderStatus.Rejected, order.Status));
    }

    private async Task HappenAsync(Random dice, int? atOnce)
    {
        await Get<AddToList>().RunAsync(ListEffect.Review, ListedKind.Device, "fp-1", "Watch", null, Analyst, Ct);
        await Get<AddToList>().RunAsync(ListEffect.Trust, ListedKind.Device, "fp-2", "Known", null, Analyst, Ct);
        var orders = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            Time.Advance(TimeSpan.FromMinutes(dice.Next(400)));
            var order = NewOrder(dice.Next(3) == 0 ? 1200m : 120m, dice.Next(2) == 0 ? 1 : 300) with { Device = new OrderDevice($"fp-{dice.Next(4)}", null) };
            var placed = await PlaceAsync(order);
            orders.Add(order.OrderId);
            if (placed.Status == OrderStatus.InReview && dice.Next(3) > 0) await DecideAsync(order.OrderId, decided[order.OrderId] = dice.Next(2) == 0); // others run out
            if (dice.Next(2) == 0) await LabelAsync(orders[dice.Next(orders.Count)], dice.Next(2) == 0, $"source {dice.Next(3)}");
            if (atOnce is { } some && dice.Next(5) == 0) await CountAsync(some);
        }

        if (atOnce is { } last) await CountAsync(last);
    }

    private async Task AssertCountedAsync()
    {
        var assessments = await ReadAsync(db => db.Set<Assessment>().AsNoTracking().ToListAsync(Ct));
        var orders = await ReadAsync(db => db.Set<Order>().AsNoTracking().ToDictionaryAsync(o => o.OrderId, Ct));
        var hits = await ReadAsync(db => db.Set<RuleHit>().AsNoTracking().ToListAsync(Ct));
        var days = await RuleDaysAsync();
        var judged = assessments.ToDictionary(a => a.OrderId);

        var expected = hits.GroupBy(hit => $"{hit.Day:O} {hit.Rule} {hit.Mode}").Select(same =>
        {
            var held = same.Where(hit => judged[hit.OrderId].Outcome == RiskOutcome.Review && Counts(judged[hit.OrderId], hit.Rule)).ToList();
            var people = held.Where(hit => decided.ContainsKey(hit.OrderId)).Select(hit => decided[hit.OrderId]).ToList();
            return $"{same.Key} hits {same.Count()} held {held.Count} {held.Sum(hit => orders[hit.OrderId].AmountMinor)} "
                + $"fraud {same.Count(hit => orders[hit.OrderId].Fraud == true)} good {same.Count(hit => orders[hit.OrderId].Fraud == false)} "
                + $"released {people.Count(approve => approve)} refused {people.Count(approve => !approve)}";
        });
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            days.Select(d => $"{d.Day:O} {d.Rule} {d.Mode} hits {d.Hits} held {d.Held} {d.HeldMinor} fraud {d.Fraud} good {d.Good} released {d.Released} refused {d.Refused}")
                .Order(StringComparer.Ordinal));

        var labels = await ReadAsync(db => db.Set<LabelledDay>().AsNoTracking().ToListAsync(Ct));
        Assert.Equal(orders.Values.Count(o => o.Fraud == true), labels.Sum(l => l.Fraud));
        Assert.Equal(orders.Values.Count(o => o.Fraud == false), labels.Sum(l => l.Good));
        var hours = await ReadAsync(db => db.Set<JudgedHour>().AsNoTracking().ToListAsync(Ct));
        Assert.Equal(assessments.Count(a => a.Outcome == RiskOutcome.Review), hours.Where(h => h.What == Judgement.Held).Sum(h => h.Orders));
        Assert.Equal(assessments.Count, hours.Where(h => h.What is Judgement.Approved or Judgement.Held or Judgement.Rejected).Sum(h => h.Orders));
    }

    private static bool Counts(Assessment assessment, string rule) =>
        assessment.ReadRules().Any(r => r.Rule == rule && r is { Result: RuleResult.Hit, Mode: RuleMode.Enforce, Lifted: false });
}
