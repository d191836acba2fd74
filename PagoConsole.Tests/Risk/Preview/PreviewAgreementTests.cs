using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.Payments;
using PagoConsole.Tests.Risk.Replay;

namespace PagoConsole.Tests.Risk.Preview;

public sealed class PreviewAgreementTestsOnSqlite() : PreviewAgreementTests(StorageProvider.Sqlite)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public Task Preview_is_what_publishing_does(int seed) => CompareAsync(seed);
}

public sealed class PreviewAgreementTestsOnPostgres() : PreviewAgreementTests(StorageProvider.Postgres)
{
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public Task Preview_is_what_publishing_does(int seed) => CompareAsync(seed);
}

/// <summary>
/// One random history happens in two stores at once: in one the rules in force judge, in the other a draft is published. Every order's outcome there
/// must be what the preview of the draft says here, from a sample as from all orders, from facts that were collected as from a fresh replay.
/// </summary>
public abstract class PreviewAgreementTests(StorageProvider provider) : MoneyPath(provider)
{
    private const int Length = 45;

    private protected async Task CompareAsync(int seed)
    {
        var random = new Random(seed);
        var (active, draft) = (RandomRules.Make(Get<RuleBook>(), random), RandomRules.Make(Get<RuleBook>(), random));
        await using var other = await TestStore.CloneAsync(Provider);
        await using var published = Build(other);
        await PublishAsync(Get<Writes>(), active, 2);
        await PublishAsync(published.GetRequiredService<Writes>(), RuleSet.Default, 1);
        await PublishAsync(published.GetRequiredService<Writes>(), draft, 2);
        await HappenAsync(RandomHistory.Sample(seed, Length, seed: 20261123)[seed - 1], Get<IServiceProvider>(), published);

        var was = await OutcomesAsync(Get<IServiceProvider>());
        var became = await OutcomesAsync(published);
        using var preview = Fresh();
        RulePreview? sample = null;
        var query = new PreviewQuery(active, draft, PreviewSpan.Longest);
        var full = (await preview.RunAsync(query, Analyst, step => sample ??= step.Sample, Ct)).Value;

        var changed = full.Crossings.SelectMany(c => c.Newest.Select(order => (order.OrderId, c.From, c.To))).ToDictionary(c => c.OrderId);
        Assert.Equal(was.Count, full.Judged);
        Assert.False(full.IsSample);
        foreach (var (order, outcome) in was)
        {
            (RiskOutcome From, RiskOutcome To) says = changed.TryGetValue(order, out var change) ? (change.From, change.To) : (outcome, outcome);
            Assert.True(says == (outcome, became[order]), $"seed {seed}, {order}: {outcome} became {became[order]}; the preview says {says}");
        }

        foreach (var outcome in Enum.GetValues<RiskOutcome>())
        {
            Assert.Equal(was.Values.Count(o => o == outcome), full.Before.Of(outcome).Orders);
            Assert.Equal(became.Values.Count(o => o == outcome), full.After.Of(outcome).Orders);
        }

        // Drawn to the end, a sample is all orders, looked up in the store as of the instant of each.
        Assert.Equal(Json(full), Json(sample!));
        await MovedSlidersAsync(preview, query, random);
    }

    /// <summary>Judged again over the facts that are there, other thresholds give what a walk of their own gives, and what a back-test counts.</summary>
    private async Task MovedSlidersAsync(PreviewRules preview, PreviewQuery query, Random random)
    {
        for (var move = 0; move < 3; move++)
        {
            var moved = query with { Draft = RandomRules.Make(Get<RuleBook>(), random) };
            using var fresh = Fresh();
            var again = (await preview.RunAsync(moved, Analyst, null, Ct)).Value;
            Assert.Equal(Json((await fresh.RunAsync(moved, Analyst, null, Ct)).Value), Json(again));
            Assert.Equal(Json(again), Json((await preview.RunAsync(moved, Analyst, _ => Assert.Fail("It was collected before."), Ct)).Value));

            var report = await Get<RunBackTest>().RunAsync(new BackTestQuery(again.Span.From, again.Span.To, moved.Draft), null, Ct);
            Assert.Equal((report.All.Approve, report.All.Review, report.All.Reject), (again.After.Approve.Orders, again.After.Review.Orders, again.After.Reject.Orders));
            Assert.Equal((report.All.Against.Precision, report.All.Against.Recall), (again.After.Labels.Precision, again.After.Labels.Recall));
            foreach (var rule in report.Rules) Assert.Equal(rule.Hits, again.Rules.Single(r => r.Rule == rule.Rule).After.Hits);
        }
    }

    private PreviewRules Fresh() =>
        new(Get<IDbContextFactory<PagoDb>>(), Get<PlaceFinder>(), Get<RuleBook>(), Time) { SampleTime = TimeSpan.FromHours(1) };

    private static string Json(RulePreview preview) => JsonSerializer.Serialize(preview, RuleSet.Json);

    private async Task HappenAsync(IReadOnlyList<Happening> history, params IServiceProvider[] stores)
    {
        var names = new HistoryOnRecord(null!);
        foreach (var happening in history)
        {
            Time.Advance(happening.After);
            var now = Time.GetUtcNow();
            var content = happening is OrderPlaced placed ? names.ContentOf(placed, now) : null;
            var entry = Ids.New("le", now);
            foreach (var store in stores)
            {
                if (content is not null) Assert.True((await store.GetRequiredService<PlaceOrder>().RunAsync(content, null, Marketplace, "req_1", Ct)).Done);
                await using var db = await store.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
                var record = new HistoryOnRecord(db);
                switch (happening)
                {
                    case OrderPlaced order: await FateAsync(db, content!.OrderId, order, now); break;
                    case LoggedIn login: await record.AddAsync(login, now); break;
                    case Unbound unbound: record.Add(unbound, now); break;
                    case Listed listed: record.Add(listed, now, entry); break;
                }

                await db.SaveChangesAsync(Ct);
            }
        }
    }

    /// <summary>What becomes of an order later is the same in both stores; nobody knows it before its time.</summary>
    private static Task<int> FateAsync(PagoDb db, string orderId, OrderPlaced placed, DateTimeOffset now) => db.ExecuteAsync(
        "UPDATE orders SET first_paid_at = @p1, first_expired_at = @p2, first_refunded_at = @p3, fraud = @p4, fraud_at = @p5 WHERE order_id = @p0",
        [
            orderId, Ms(now + placed.Paid), Ms(now + placed.Expired), Ms(now + placed.Refunded),
            placed.Fraud is { } fraud ? fraud.Ticks % 3 != 0 : (object)DBNull.Value, Ms(now + placed.Fraud),
        ],
        Ct);

    private static object Ms(DateTimeOffset? at) => at is { } instant ? instant.ToUnixTimeMilliseconds() : DBNull.Value;

    private static async Task<Dictionary<string, RiskOutcome>> OutcomesAsync(IServiceProvider store)
    {
        await using var db = await store.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<Assessment>().ToDictionaryAsync(a => a.OrderId, a => a.Outcome, Ct);
    }

    private static Task PublishAsync(Writes writes, RuleSet set, int version) => writes.DoAsync(
        tx =>
        {
            tx.Db.Add(new RuleSetRow { Version = version, Json = set.ToJson(), CreatedBy = "test", CreatedAt = tx.Now, Comment = "test" });
            return Task.CompletedTask;
        },
        Ct);
}
