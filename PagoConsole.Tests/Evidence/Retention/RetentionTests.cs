using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Evidence.Retention;

public sealed class RetentionTestsOnSqlite() : RetentionTests(StorageProvider.Sqlite);

public sealed class RetentionTestsOnPostgres() : RetentionTests(StorageProvider.Postgres);

public abstract class RetentionTests(StorageProvider provider) : RetentionTest(provider)
{
    [Fact]
    public async Task Before_its_term_nothing_can_be_erased()
    {
        await DisputedAsync('A');
        Time.Advance(TimeSpan.FromDays(5 * 365));

        var plan = await PlanAsync();

        Assert.Equal((0, 0), (plan.Due, plan.Lines.Sum(line => line.Held)));
        Assert.Equal(RefusalCode.NothingChanged, (await StartAsync()).Refusal?.Code);
    }

    [Fact]
    public async Task After_it_what_is_personal_goes_and_figures_chains_and_seals_stay()
    {
        var (erased, held) = (await DisputedAsync('A'), await DisputedAsync('B'));
        var before = await OrderAsync(erased);
        Time.Advance(TimeSpan.FromDays(1));
        await Get<SealDays>().RunAsync(Ct);
        Assert.True((await Get<PlaceHold>().RunAsync(HeldKind.Document, "DNI 40000006", "File 12-2026", Analyst, Ct)).Done);
        SixYearsLater();
        var plan = await PlanAsync();
        Assert.Equal([erased], plan.Sample);
        Assert.Equal([held], plan.HeldSample);
        Assert.NotEmpty(await WhereIsAsync("anastasia-A@"));

        var run = (await StartAsync()).Value;
        await RunJobAsync();

        Assert.Empty(await WhereIsAsync("anastasia-A", "Quispe-A", "900000015", "40000005", "Incas A", "finger-A", "receptor-A", "never came-A", "Anastasia A"));
        Assert.NotEmpty(await WhereIsAsync("receptor-B"));
        var file = (await Get<OrderFile>().ReadAsync(erased, Analyst, Ct)).Value;
        Assert.Equal((1, 1, "PE"), (run.Number, file.Content.ErasedUnder, file.Content.ShippingAddress?.Country));
        Assert.Equal((before.Amount, before.Status, before.FirstPaidAt), (file.Order.Amount, file.Order.Status, file.Order.FirstPaidAt));
        Assert.Equal(PrivateParts.Erased, file.Timeline[^1].Kind);
        Assert.Equal("https://shop.example", (await Get<BuyerView>().ReadAsync(before.PayToken, Ct))?.ReturnUrl);
        Assert.True((await Get<AccountFile>().ReadAsync(before.AccountId, Analyst, Ct)).Done);
        var verdict = await Get<VerifyEvidence>().RunAsync(null, Ct);
        Assert.True(verdict.Holds, string.Join("; ", verdict.Journal.Faults));
        Assert.Equal(RetentionRunState.Done, Assert.Single((await Get<RetentionBook>().ReadAsync(Analyst, Ct)).Value.Runs).State);
        Assert.Equal(1, await Get<RetentionBook>().ErasedUnderAsync(erased, Ct));
        Assert.Null(await Get<RetentionBook>().ErasedUnderAsync(held, Ct));
    }

    [Fact]
    public async Task What_a_lifted_hold_kept_is_due_and_then_nothing_is_left()
    {
        var orderId = await DisputedAsync('A');
        await Get<PlaceHold>().RunAsync(HeldKind.Account, "u-A", "File 12-2026", Analyst, Ct);
        SixYearsLater();
        Assert.Equal(RefusalCode.NothingChanged, (await StartAsync()).Refusal?.Code);
        var hold = Assert.Single((await Get<HoldBook>().OfOrderAsync(orderId, Analyst, Ct)).Value);

        Assert.True((await Get<LiftHold>().RunAsync(hold.HoldId, "Closed", Analyst, Ct)).Done);
        Assert.True((await StartAsync()).Done);
        await RunJobAsync();

        Assert.Empty(await WhereIsAsync(Personal));
        Assert.Empty((await Get<HoldBook>().OfOrderAsync(orderId, Analyst, Ct)).Value);
        Assert.Equal(0, (await PlanAsync()).Due);
    }

    [Fact]
    public async Task A_run_that_died_goes_on_where_it_stood_and_erases_nothing_twice()
    {
        var orders = new[] { await DisputedAsync('A'), await DisputedAsync('B'), await DisputedAsync('C') };
        SixYearsLater();
        var run = (await StartAsync()).Value;
        Assert.True(await Get<Writes>().DoAsync(tx => EraseOrder.RunAsync(tx, orders[1], run.Number, Analyst, Ct), Ct));
        Assert.False(await Get<Writes>().DoAsync(tx => EraseOrder.RunAsync(tx, orders[1], run.Number, Analyst, Ct), Ct));

        await RunJobAsync();
        await RunJobAsync();

        var entries = await ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Kind == PrivateParts.Erased && e.OrderId != null).Select(e => e.OrderId).ToListAsync(Ct));
        Assert.Equal(orders.Order(), entries.Order());
        Assert.Equal(3, await ReadAsync(db => db.Set<OrderErased>().CountAsync(Ct)));
        Assert.Empty(await WhereIsAsync(Personal));
    }

    [Fact]
    public async Task A_run_needs_the_permission_a_reason_and_a_plan_that_still_holds()
    {
        await DisputedAsync('A');
        SixYearsLater();
        var seen = await PlanAsync();
        var lead = Person("lead") with { Permissions = new HashSet<Permission> { Permission.SeeSeals, Permission.HoldOrders } };

        Assert.Equal(RefusalCode.NotAllowed, (await Get<StartRetention>().RunAsync(seen.Code, "yearly", lead, Ct)).Refusal?.Code);
        Assert.Equal("note", (await Get<StartRetention>().RunAsync(seen.Code, " ", Analyst, Ct)).Refusal?.Field);
        await Get<PlaceHold>().RunAsync(HeldKind.Account, "u-A", "File 12-2026", lead, Ct);
        Assert.Equal(RefusalCode.PlanChanged, (await StartAsync(seen.Code)).Refusal?.Code);
    }

    [Fact]
    public async Task A_hold_placed_while_a_run_goes_on_is_honoured()
    {
        var orderId = await DisputedAsync('A');
        SixYearsLater();
        Assert.True((await StartAsync()).Done);
        await Get<PlaceHold>().RunAsync(HeldKind.Order, orderId, "File 12-2026", Analyst, Ct);

        await RunJobAsync();

        Assert.NotEmpty(await WhereIsAsync("receptor-A"));
        Assert.NotEmpty(await WhereIsAsync("finger-A"));
        Assert.Null(await Get<RetentionBook>().ErasedUnderAsync(orderId, Ct));
    }
}
