using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.PagoEfectivo;

public sealed class TransactionGuardTests() : StoreTest(StorageProvider.Sqlite)
{
    protected override Dictionary<string, string?> Settings => new() { ["PagoEfectivo:BaseUrl"] = "http://127.0.0.1:1" };

    [Fact]
    public async Task PagoEfectivo_is_not_called_inside_a_transaction()
    {
        var gateway = Get<IPaymentGateway>();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Get<Writes>().DoAsync(_ => gateway.FindAsync("pay_01", Ct), Ct));
        Assert.IsType<Answer.NotSent>(await gateway.FindAsync("pay_01", Ct));
    }

    protected override void Register(IServiceCollection services) => services.AddPagoEfectivo();
}
