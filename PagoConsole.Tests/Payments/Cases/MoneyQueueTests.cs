using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments.Cases;

public sealed class MoneyQueueTestsOnSqlite() : MoneyQueueTests(StorageProvider.Sqlite);

public sealed class MoneyQueueTestsOnPostgres() : MoneyQueueTests(StorageProvider.Postgres);

/// <summary>What the desk shows, and that none of it is forgotten.</summary>
public abstract class MoneyQueueTests(StorageProvider provider) : MoneyDeskTest(provider)
{
    [Fact]
    public async Task What_waits_is_shown_oldest_first_and_found_by_what_it_is()
    {
        var (order, late) = await LateAsync();
        Time.Advance(TimeSpan.FromHours(1));
        var (_, little) = await UnfitAsync(100m);

        Assert.Equal([late.CaseId, little.CaseId], await IdsAsync(new MoneyFilter()));
        Assert.Equal([little.CaseId], await IdsAsync(new MoneyFilter(Kind: MoneyCaseKind.Short)));
        Assert.Equal([late.CaseId], await IdsAsync(new MoneyFilter(Search: order.OrderId)));
        Assert.Equal([late.CaseId], await IdsAsync(new MoneyFilter(Search: order.Payment!.Cip)));
        Assert.Empty(await IdsAsync(new MoneyFilter(Search: "tx_none")));
        Assert.Empty(await IdsAsync(new MoneyFilter(Age: MoneyAge.Days1)));

        await DecideAsync(late, MoneyChoice.Keep);
        Assert.Equal([little.CaseId], await IdsAsync(new MoneyFilter()));
        Assert.Equal([late.CaseId], await IdsAsync(new MoneyFilter(MoneyView.Settled)));
        foreach (var word in (string[])[order.OrderId, order.Payment!.Cip, late.CaseId, late.PaymentId])
            Assert.Equal([late.CaseId], await IdsAsync(new MoneyFilter(MoneyView.All, Search: word)));
        Assert.Equal([little.CaseId, late.CaseId], await IdsAsync(new MoneyFilter(MoneyView.All)));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<MoneyQueue>().ReadAsync(new MoneyFilter(), null, Marketplace, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var (_, late) = await LateAsync();
        await CopiesAsync(late, 119);

        foreach (var view in (MoneyView[])[MoneyView.Waiting, MoneyView.Settled])
        {
            var seen = await IdsAsync(new MoneyFilter(view));
            Assert.Equal(view == MoneyView.Waiting ? 60 : 60, seen.Count);
            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    [Fact]
    public async Task Totals_are_by_kind_and_each_currency_by_itself()
    {
        await LateAsync();
        await LateAsync(200m);
        await UnfitAsync(100m, "USD");

        var totals = (await Get<MoneyQueue>().TotalsAsync(Fina, Ct)).Value;

        Assert.Equal([(MoneyCaseKind.Late, 2, "320.00 PEN"), (MoneyCaseKind.ForeignCurrency, 1, "100.00 USD")], totals.Kinds.Select(k => (k.Kind, k.Count, string.Join(' ', k.Money))));
        Assert.Equal((3, "320.00 PEN, 100.00 USD", 3), (totals.Count, string.Join(", ", totals.Money), totals.States[MoneyCaseState.Open]));
    }

    [Fact]
    public async Task Next_is_the_oldest_case_that_this_person_can_decide()
    {
        var (_, late) = await LateAsync();
        Time.Advance(TimeSpan.FromHours(1));
        var (_, large) = await LateAsync(3500m);
        Time.Advance(TimeSpan.FromHours(1));
        var (_, little) = await UnfitAsync(100m);
        await DecideAsync(large, MoneyChoice.Accept, Fina);

        Assert.Equal(little.CaseId, (await Get<MoneyQueue>().NextAsync(late.CaseId, Fina, Ct)).Value);
        Assert.Equal(large.CaseId, (await Get<MoneyQueue>().NextAsync(late.CaseId, Fito, Ct)).Value);
        Assert.Equal(late.CaseId, (await Get<MoneyQueue>().NextAsync(little.CaseId, Fina, Ct)).Value);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<MoneyQueue>().NextAsync(late.CaseId, Marketplace, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task An_alarm_about_money_names_its_case()
    {
        var (_, little) = await UnfitAsync(100m);

        Assert.Equal([little.CaseId], (await ReadAsync(db => db.Set<Alarm>().SingleAsync(a => a.Kind == AlarmKind.MoneyCase, Ct))).Details);
    }

    [Fact]
    public async Task What_gets_old_raises_one_alarm_a_day_until_it_is_settled()
    {
        var (order, late) = await LateAsync();
        var (_, other) = await LateAsync();
        Assert.Equal(0, await RemindAsync());

        Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(2, await RemindAsync());
        Assert.Equal(0, await RemindAsync());
        Assert.Equal([("2026-11-25", 2)], await OldAsync());
        Assert.Contains(MoneyEvents.Old, await JournalAsync(order.OrderId));

        await DecideAsync(other, MoneyChoice.Keep);
        Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(1, await RemindAsync());
        Assert.Equal([("2026-11-25", 2), ("2026-11-29", 1)], await OldAsync());
        Assert.Equal([late.CaseId], await IdsAsync(new MoneyFilter(Age: MoneyAge.Days7)));
    }

    private Task<int> RemindAsync() => Get<RemindOfMoney>().RunAsync(Time.GetUtcNow(), Ct);

    private Task<List<(string, int)>> OldAsync() => ReadAsync(async db =>
        (await db.Set<Alarm>().Where(a => a.Kind == AlarmKind.MoneyCaseOld).OrderBy(a => a.RaisedAt).ToListAsync(Ct)).ConvertAll(a => (a.Subject, a.Times)));

    private async Task<List<string>> IdsAsync(MoneyFilter filter)
    {
        var ids = new List<string>();
        await foreach (var row in Get<MoneyQueue>().AllAsync(filter, Fina, Ct)) ids.Add(row.CaseId);
        return ids;
    }

    // Every second one settled, several in each instant.
    private Task CopiesAsync(MoneyCase first, int count) => Get<Writes>().DoAsync(
        async tx =>
        {
            for (var i = 0; i < count; i++)
            {
                var copy = new MoneyCase
                {
                    CaseId = $"mon_copy_{i}",
                    OrderId = first.OrderId,
                    PaymentId = first.PaymentId,
                    TransactionId = $"copy_{i}",
                    Kind = first.Kind,
                    AmountMinor = 1,
                    Currency = Currency.Pen,
                    OpenedAt = first.OpenedAt.AddMinutes(i / 7),
                };
                if (i % 2 == 0) copy.WentBack(Fina, tx.Now);
                tx.Db.Add(copy);
            }

            await Task.CompletedTask;
        },
        Ct);
}
