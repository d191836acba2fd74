using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Risk.DeviceReputation;

public sealed class ReputationGuardTests() : StoreTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Nobody_is_asked_inside_a_transaction()
    {
        var reputation = Get<IDeviceReputation>();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Get<Writes>().DoAsync(_ => reputation.ScoreAsync(ReputationUnderTest.Order, Ct), Ct));
        Assert.Equal(ReputationOutage.Off, (await reputation.ScoreAsync(ReputationUnderTest.Order, Ct)).Outage);
    }

    protected override void Register(IServiceCollection services) => services.AddDeviceReputation();
}
