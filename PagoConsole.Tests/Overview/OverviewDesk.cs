using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Overview;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.People;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Overview;

/// <summary>The overview over a real store: what happens to orders happens through the real actions.</summary>
public abstract class OverviewDesk(StorageProvider provider) : MoneyPath(provider)
{
    private protected static Actor Finance { get; } = Of(Role.Finance);

    private protected static Actor Auditor { get; } = Of(Role.Auditor);

    private protected static Actor Admin { get; } = Of(Role.Admin);

    private protected static Actor Ana { get; } = Of(Role.Analyst);

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddOverviewDesk();
    }

    private protected CountOnwards Counting(CountedSource source, int atOnce = 1000) =>
        new(Get<Microsoft.EntityFrameworkCore.IDbContextFactory<PagoDb>>(), Get<Writes>(), Get<Dialect>(), source) { AtOnce = atOnce };

    /// <summary>Counts all there is. On PostgreSQL a transaction of any other test keeps the horizon back while it runs.</summary>
    private protected async Task CountAsync(int atOnce = 1000)
    {
        foreach (var source in CountedSource.All)
        {
            var counting = Counting(source, atOnce);
            while (await counting.RunAsync(Ct) || await LeftAsync(source)) await Task.Yield();
        }
    }

    private Task<bool> LeftAsync(CountedSource source) => ReadAsync(async db =>
        await db.ScalarAsync(
            $"SELECT 1 FROM {source.Table} WHERE {source.Key} > (SELECT COALESCE(MAX(position), 0) FROM counting_cursors WHERE name = @p0) LIMIT 1", [source.Name], Ct) is not null);

    /// <summary>Something that happened, told by nobody but the journal.</summary>
    private protected Task SayAsync(string orderId, string kind) => Get<Writes>().DoAsync(
        tx =>
        {
            tx.Journal(Core.Orders.Order.StreamOf(orderId), kind, Actor.Job("test"), orderId: orderId);
            return Task.CompletedTask;
        },
        Ct);

    private protected async Task<string> PaidAsync(decimal amount = 120m, string currency = "PEN")
    {
        var placed = await PlaceAsync(NewOrder(amount, currency: currency));
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(amount, new Currency(currency)), $"tx_{placed.OrderId}"));
        await SettleDownAsync();
        return placed.OrderId;
    }

    private static Actor Of(Role role) => new(ActorKind.Person, $"{role}", $"{role}".ToLowerInvariant(), RolePermissions.Of(role));
}

/// <summary>What the overview needs besides the way of money.</summary>
internal static class OverviewDeskRegistration
{
    public static IServiceCollection AddOverviewDesk(this IServiceCollection services) => services
        .AddCallbackDesk().AddJobRunner().AddSingleton<IJobTrigger, NobodyWoken>().AddSchedule().AddSingleton<GatewayHealth>().AddOverview();

    private sealed class NobodyWoken : IJobTrigger
    {
        public void Wake(string key)
        {
        }
    }
}
