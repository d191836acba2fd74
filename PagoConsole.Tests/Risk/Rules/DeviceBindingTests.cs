using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Orders.OrderStatus;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class DeviceBindingTests(StorageProvider provider) : RiskPath(provider)
{
    [Fact]
    public async Task A_paid_order_binds_its_device()
    {
        await UseAsync(Default("device-binding"));
        await EndAsync(NewOrder().Of("u").On("fp-own"), Paid);

        (await JudgeAsync(NewOrder().Of("u").On("fp-own"))).Saw(Quiet, "a device of the account", "a device of the account", "1");
        var other = await JudgeAsync(NewOrder().Of("u").On("fp-other"));

        other.Saw(Hit, "a new device; the account has 1", "a device of the account", "1");
        Assert.Equal((RuleAction.Score, 20), (other.Action, other.Score));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("v").On("fp-other")));
    }

    [Fact]
    public async Task An_unpaid_one_does_not()
    {
        await UseAsync(Default("device-binding"));
        await PlaceAsync(NewOrder().Of("u").On("fp-1"));
        await EndAsync(NewOrder().Of("u").On("fp-2"), Expired);

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("u").On("fp-3")));
    }

    [Fact]
    public async Task Thirty_days_without_fraud_bind_it_too()
    {
        await UseAsync(Default("device-binding"));
        await PlaceAsync(NewOrder().Of("short").On("fp-1").At(Now.AddDays(-30).AddMilliseconds(1)));
        await PlaceAsync(NewOrder().Of("long").On("fp-2").At(Now.AddDays(-30)));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("short").On("fp-3")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("long").On("fp-4")));
    }

    [Fact]
    public async Task The_days_are_a_setting()
    {
        await UseAsync(RuleEntry.Of("device-binding", RuleAction.Score, new DeviceBindingSettings { CleanDays = 2 }, 20));
        await PlaceAsync(NewOrder().Of("u").On("fp-1").At(Now.AddDays(-2)));

        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("u").On("fp-2")));
    }

    [Fact]
    public async Task Logins_bind_like_orders_but_only_those_that_tell_a_device()
    {
        await UseAsync(Default("device-binding"));
        await LoginAsync("told", Now.AddDays(-31), device: "fp-1");
        await LoginAsync("silent", Now.AddDays(-31), device: "");
        await LoginAsync("failed", Now.AddDays(-31), device: "fp-1", success: false);

        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("told").On("fp-2")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("silent").On("fp-2")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("failed").On("fp-2")));
    }

    [Fact]
    public async Task Fraud_on_the_device_binds_it_no_more()
    {
        await UseAsync(Default("device-binding"));
        var orderId = await EndAsync(NewOrder().Of("u").On("fp-1"), Paid);
        await Get<Writes>().DoAsync(async tx => (await tx.LockAsync<Order>(orderId, Ct))!.Label(true, LabelSource.Dispute, tx.Now), Ct);

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("u").On("fp-2")));
    }

    [Fact]
    public async Task What_a_person_unbound_counts_from_then_on_anew()
    {
        await UseAsync(Default("device-binding"));
        await EndAsync(NewOrder().Of("u").On("fp-1"), Paid);
        await EndAsync(NewOrder().Of("u").On("fp-2"), Paid);
        await Get<Writes>().DoAsync(
            tx =>
            {
                tx.Db.Add(new DeviceUnbinding { AccountId = "u", DeviceHash = OrderIdentifier.HashOf(IdentifierKind.Device, "fp-1"), At = tx.Now, By = "analyst" });
                return Task.CompletedTask;
            },
            Ct);
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("u").On("fp-1")));
        await EndAsync(NewOrder().Of("u").On("fp-1"), Paid);
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("u").On("fp-1")));
    }

    [Fact]
    public async Task Without_a_device_there_is_nothing_to_look_at()
    {
        await UseAsync(Default("device-binding"));
        await EndAsync(NewOrder().Of("u").On("fp-own"), Paid);

        Assert.Equal(NoInput, await ResultAsync(NewOrder().Of("u")));
    }
}

public sealed class DeviceBindingTestsOnSqlite() : DeviceBindingTests(StorageProvider.Sqlite);

public sealed class DeviceBindingTestsOnPostgres() : DeviceBindingTests(StorageProvider.Postgres);
