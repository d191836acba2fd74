using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake.Import;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Intake.Import;

/// <summary>Base of tests that import a file into a store.</summary>
public abstract class ImportTest(StorageProvider provider) : OrdersInStates(provider)
{
    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddSettings<PaymentOptions>(PaymentOptions.Section).AddHistoryImport();
    }

    private protected async Task<ImportReport> ImportAsync(Stream file)
    {
        var result = await Get<ImportOrders>().RunAsync(file, null, Ct);
        Assert.True(result.Done, result.Refusal?.Detail);
        return result.Value;
    }

    private protected async Task<Order> ImportedAsync(Stream file)
    {
        var report = await ImportAsync(file);
        Assert.True(report is { Taken: 1, RefusedCount: 0 }, string.Join('\n', report.Refused));
        return Assert.Single(await AllAsync<Order>());
    }
}
