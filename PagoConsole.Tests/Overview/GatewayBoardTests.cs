using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Overview;

public sealed class GatewayBoardTestsOnSqlite() : GatewayBoardTests(StorageProvider.Sqlite);

public sealed class GatewayBoardTestsOnPostgres() : GatewayBoardTests(StorageProvider.Postgres);

/// <summary>How PagoEfectivo does, and what becomes of vouchers.</summary>
public abstract class GatewayBoardTests(StorageProvider provider) : OverviewDesk(provider)
{
    [Fact]
    public async Task Each_call_has_its_share_its_times_and_its_errors()
    {
        await CalledAsync("POST", "/api/v1/payment", 100, times: 98);
        await CalledAsync("POST", "/api/v1/payment", 900, GatewayFault.Refused, 400, 4001);
        await CalledAsync("POST", "/api/v1/payment", 9_000, GatewayFault.TimedOut);
        await CalledAsync("POST", "/api/v1/payment", 10, GatewayFault.GaveUp);
        await CalledAsync("GET", "/api/v1/payment/pay_1", 40, times: 3);
        await CalledAsync("POST", "/api/v1/payment/pay_1/cancel", 50);
        await CalledAsync("POST", "/api/v1/payment/pay_1/refund", 60, GatewayFault.Failed, 503);
        await CalledAsync("GET", "/api/v1/report?date=2026-11-21", 70);

        var view = await GatewayAsync();

        Assert.Equal(Enum.GetValues<CallKind>(), view.Hour.Select(call => call.Call));
        var create = view.Hour[0];
        Assert.Equal((100, 98, 1, 1, 0.98), (create.Times, create.Well, create.Refused, create.Failed, create.Success!.Value));
        Assert.InRange(create.P50!.Value.TotalMilliseconds, 80, 100);
        Assert.Equal([3, 1, 1, 1], view.Hour.Skip(1).Select(call => call.Times));
        Assert.Equal(0, view.Hour[3].Success);
        Assert.Equal((4001, GatewayFault.Refused), view.Errors.Single(e => e.Code is not null) is var known ? (known.Code!.Value, known.Fault) : default);
        Assert.Equal(3, view.Errors.Count);
        Assert.Equal((104, 2), (view.HourRates.Sum(rate => rate.Well), view.HourRates[^1].Failed));
    }

    [Fact]
    public async Task An_hour_later_the_last_hour_is_empty_and_the_day_is_not()
    {
        await CalledAsync("GET", "/api/v1/payment/pay_1", 40, times: 4);
        Time.Advance(TimeSpan.FromMinutes(65));

        var view = await GatewayAsync();

        Assert.Equal((0, null, 4), (view.Hour[1].Times, view.Hour[1].P95, view.Day[1].Times));
        Assert.Equal((12, 24, 4), (view.HourRates.Count, view.DayRates.Count, view.DayRates[^2].Well));
        Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, (await GatewayAsync()).Day.Sum(call => call.Times));
    }

    [Fact]
    public async Task What_waits_because_of_it_is_told_with_the_oldest()
    {
        Assert.True((await GatewayAsync()).Waits.IsNothing);
        var placed = await PlaceAsync(NewOrder());
        var since = Time.GetUtcNow();
        Pago.Mishaps.Enqueue(Mishap.NotSent);
        await PlaceAsync(NewOrder());
        Time.Advance(TimeSpan.FromHours(25));

        var waits = (await GatewayAsync()).Waits;

        Assert.Equal((CommandKind.Create, 1, since), Assert.Single(waits.Commands) is var one ? (one.Kind, one.Waits.Count, one.Waits.Oldest!.Value) : default);
        Assert.Equal((2, since.AddHours(24)), (waits.Due.Count, waits.Due.Oldest!.Value));
        Assert.Equal(1, waits.Polls.Count);
        Assert.NotNull(placed.Payment);
    }

    [Fact]
    public async Task Vouchers_are_told_by_the_day_on_which_they_were_made()
    {
        Time.Advance(TimeSpan.FromHours(11)); // 23:00 in Lima
        var paid = await PlaceAsync(NewOrder(40m));
        await PlaceAsync(NewOrder(40m));
        Time.Advance(TimeSpan.FromHours(2));
        await SendAsync(Event("payment.paid", paid.Payment!.PaymentId, Money.Of(40m, Currency.Pen), "tx_1"));
        await PlaceAsync(NewOrder());
        var off = await PlaceAsync(NewOrder());
        await Get<CancelOrder>().RunAsync(off.OrderId, null, Marketplace, "r", Ct);
        await SettleDownAsync();
        Time.Advance(TimeSpan.FromHours(22.5));
        Assert.Equal(1, await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct));
        await CountAsync();

        var view = (await Get<VoucherBoard>().ReadAsync(Auditor, Ct)).Value;

        Assert.Equal(VoucherBoard.Days, view.Days.Count);
        var (today, before) = (view.Days[0].Figures, view.Days[1].Figures);
        Assert.Equal(new DateOnly(2026, 11, 22), view.Days[1].Day);
        Assert.Equal((2, 1, 1, 0, 0.5), (before.Created, before.Paid, before.Expired, before.Open, before.PaidShare!.Value));
        Assert.InRange(before.MedianMinutes!.Value, 90, 120);
        Assert.Equal((2, 0, 1, 1, null), (today.Created, today.Paid, today.Cancelled, today.Open, today.MedianMinutes));
        Assert.Equal([(AmountBand.UpTo50, 2), (AmountBand.UpTo200, 2)], view.Bands.Select(band => (band.Band, band.Figures.Created)));
        Assert.Equal(4, view.All.Created);
    }

    private async Task<GatewayView> GatewayAsync()
    {
        await CountAsync();
        return (await Get<GatewayBoard>().ReadAsync(Ana, Ct)).Value;
    }

    private Task CalledAsync(string method, string path, long took, GatewayFault fault = GatewayFault.None, int? status = 200, int? code = null, int times = 1) =>
        Get<Writes>().DoAsync(
            tx =>
            {
                for (var i = 0; i < times; i++) tx.Keep([new GatewayCall(1, method, path, tx.Now, took, fault, status, code, "req")], "T-0", null);
                return Task.CompletedTask;
            },
            Ct);
}
