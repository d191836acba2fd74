using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>The devices that are known to belong to an account.</summary>
/// <param name="Bound">How many there are.</param>
/// <param name="ThisOne">Whether the order's device is one of them.</param>
public sealed record BoundDevices(int Bound, bool ThisOne);

/// <summary>
/// Which devices are bound to the account: by a paid order, or by an order or login that lies some days back without fraud on that device
/// since. What a person unbound counts from then on anew.
/// </summary>
/// <param name="CleanDays">Days without fraud that bind a device.</param>
public sealed record DevicesOfAccount(int CleanDays) : Question<BoundDevices>
{
    /// <inheritdoc/>
    public override string Key => $"devices bound to the account, {CleanDays} clean days";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Past.Year;

    internal override async ValueTask<BoundDevices> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        var bound = await BoundAsync(history, order, ct);
        var here = order.Keys.TryGetValue(IdentifierKind.Device, out var key) ? IdentifierKey.Of(IdentifierKind.Device, key) : (IdentifierKey?)null;
        return new(bound.Count, here is { } device && bound.Contains(device));
    }

    internal async ValueTask<IReadOnlySet<IdentifierKey>> BoundAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        var orders = await history.PastAsync(IdentifierKind.Account, order, Past.YearBefore(order), Past.Rows, ct);
        var logins = await history.LoginsAsync(order, Past.YearBefore(order), ct);
        var unbound = await history.UnbindingsAsync(order, ct);
        var tainted = orders.Where(o => o.FraudAt is not null).Select(o => o.Device).OfType<IdentifierKey>().ToHashSet();
        var seen = orders.Where(o => o.Device is not null).Select(o => (Device: o.Device!.Value, o.PlacedAt, Paid: o.PaidAt is not null))
            .Concat(logins.Where(l => l is { Success: true, Device.Length: > 0 }).Select(l => (Device: KeyOf(l.Device), PlacedAt: l.At, Paid: false)))
            .Where(s => !(unbound.TryGetValue(s.Device, out var at) && s.PlacedAt <= at));
        var clean = order.PlacedAt.AddDays(-CleanDays);
        return seen.Where(s => !tainted.Contains(s.Device) && (s.Paid || s.PlacedAt <= clean)).Select(s => s.Device).ToHashSet();
    }

    internal static IdentifierKey KeyOf(string fingerprint) =>
        IdentifierKey.Of(IdentifierKind.Device, OrderIdentifier.HashOf(IdentifierKind.Device, fingerprint));
}
