using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>Stands in where no outside service is registered.</summary>
internal sealed class NobodyAsked : IDeviceReputation
{
    public Task<DeviceScore> ScoreAsync(OrderContent order, CancellationToken ct) => Task.FromResult(DeviceScore.Without(ReputationOutage.Off));
}
