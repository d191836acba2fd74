using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>device-binding</c>.</summary>
public sealed record DeviceBindingSettings
{
    /// <summary>A device that the account used this many days ago, without fraud on it since, is bound. <value>30 d</value></summary>
    [Setting(SettingUnit.Days, 1, 365, 7, 30, 90)]
    public int CleanDays { get; init; } = 30;
}

/// <summary>Fires when the account has devices of its own, bound by a paid order or by time, and this order comes from none of them.</summary>
internal sealed class DeviceBinding : Rule<DeviceBindingSettings>
{
    public override string Id => "device-binding";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Device, IdentifierKind.Account];

    private protected override Check Bind(DeviceBindingSettings settings, Binding on)
    {
        var devices = on.Ask(new DevicesOfAccount(settings.CleanDays));
        return new(
            facts => !facts.Order.Has(IdentifierKind.Device) ? RuleResult.NoInput : Check.When(facts.Of(devices) is { Bound: > 0, ThisOne: false }),
            facts => Saw(facts.Of(devices)));
    }

    private static Finding Saw(BoundDevices devices) => new(
        devices.ThisOne ? "a device of the account" : $"a new device; the account has {devices.Bound}", "a device of the account", Velocity.Text(devices.Bound));
}
