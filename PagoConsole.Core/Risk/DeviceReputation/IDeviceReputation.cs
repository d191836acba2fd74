using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>Somebody outside who knows devices and addresses from other shops. An opinion: it is asked before an order is assessed, and its absence never holds an order up.</summary>
public interface IDeviceReputation
{
    /// <summary>What is thought of the device and address of an order.</summary>
    /// <returns>A score, or why there is none; an outage is no exception.</returns>
    /// <exception cref="InvalidOperationException">Called inside a transaction.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<DeviceScore> ScoreAsync(OrderContent order, CancellationToken ct);
}
