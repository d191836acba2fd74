using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Evidence.Retention;

/// <summary>Orders with something personal in every place, years ago.</summary>
public abstract class RetentionTest(StorageProvider provider) : MoneyPath(provider)
{
    /// <summary>What must be nowhere any more; each buyer's own has their letter behind it.</summary>
    private protected static readonly string[] Personal =
        ["anastasia", "90000001", "4000000", "los incas", "190.235.77", "finger-", "20100070970", "receptor-", "never came-"];

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddSingleton<ISeal, PlainSeal>().AddEvidence().AddSeals().AddRetention().AddJobRunner().AddSingleton<IJobTrigger, NobodyWoken>().AddSchedule();
    }

    /// <summary>An order that was paid, shipped, received and disputed.</summary>
    private protected async Task<string> DisputedAsync(char buyer)
    {
        var digit = buyer % 10;
        var account = $"u-{buyer}";
        await Get<RecordLogin>().RunAsync(new LoginContent(account, $"190.235.77.{digit}", $"finger-{buyer}", Time.GetUtcNow(), true), Marketplace, Ct);
        var placed = await PlaceAsync(NewOrder() with
        {
            ReturnUrl = $"https://shop.example/thanks?name=anastasia-{buyer}",
            Account = new OrderAccount(account, Time.GetUtcNow().AddDays(-300), $"anastasia-{buyer}@example.pe", $"90000001{digit}", "DNI", $"4000000{digit}", $"Anastasia Quispe-{buyer}"),
            ShippingAddress = new OrderAddress($"Av. Los Incas {buyer}", null, "Lince", "Lima", "Lima", "PE", "15046"),
            Ip = $"190.235.77.{digit}",
            Device = new OrderDevice($"finger-{buyer}", "Mozilla anastasia"),
            Items = [new OrderItem("SKU-1", $"Ring for Anastasia {buyer}", "jewellery", 1, 12000)],
            Invoice = new OrderInvoice("factura", "20100070970", $"Anastasia {buyer} SAC"),
        });
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), $"tx_{placed.OrderId}"));
        await SettleDownAsync();
        Assert.True((await Get<ShipOrder>().RunAsync(placed.OrderId, new ShipmentContent("Olva", $"olva-{buyer}", Time.GetUtcNow()), Marketplace, "req", Ct)).Done);
        Assert.True((await Get<DeliverOrder>().RunAsync(placed.OrderId, new DeliveryContent(Time.GetUtcNow(), $"receptor-{buyer}"), Marketplace, "req", Ct)).Done);
        Assert.True((await Get<OpenDispute>().RunAsync(placed.OrderId, new DisputeContent($"never came-{buyer}", Time.GetUtcNow(), null, null), Marketplace, "req", Ct)).Done);
        return placed.OrderId;
    }

    private protected void SixYearsLater() => Time.Advance(TimeSpan.FromDays((6 * 365) + 40));

    private protected async Task<RetentionPlan> PlanAsync() => (await Get<PlanRetention>().RunAsync(Analyst, Ct)).Value;

    private protected async Task<Result<RetentionRun>> StartAsync(string? code = null) => await Get<StartRetention>().RunAsync(code ?? (await PlanAsync()).Code, "yearly", Analyst, Ct);

    private protected async Task RunJobAsync()
    {
        var results = await Get<JobRunner>().RunAsync("retention", Ct);
        Assert.All(results, result => Assert.Null(result.Failure));
    }

    /// <summary>Where any of these words stands, as <c>table.column</c>; every text and every byte of the store is looked at.</summary>
    private protected Task<List<string>> WhereIsAsync(params string[] words) => ReadAsync(async db =>
    {
        var found = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            foreach (var column in entity.GetProperties().Where(p => p.ClrType == typeof(string) || p.ClrType == typeof(byte[])).Select(p => p.GetColumnName()))
            {
                await db.EachAsync(
                    $"SELECT {column} FROM {entity.GetTableName()} WHERE {column} IS NOT NULL",
                    [],
                    row =>
                    {
                        if (words.Any(word => TextOf(row).Contains(word, StringComparison.OrdinalIgnoreCase))) found.Add($"{entity.GetTableName()}.{column}");
                    },
                    Ct);
            }
        }

        return found;
    });

    private static string TextOf(DbDataReader row) => row.GetValue(0) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : row.GetString(0);

    private sealed class NobodyWoken : IJobTrigger
    {
        public void Wake(string key)
        {
        }
    }
}
