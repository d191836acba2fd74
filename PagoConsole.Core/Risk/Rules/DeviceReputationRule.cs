using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>device-reputation</c>.</summary>
public sealed record DeviceReputationSettings
{
    /// <summary>From this score of the outside service on, 0 to 100. <value>80</value></summary>
    [Setting(SettingUnit.Points, 1, 100, 50, 60, 70, 80, 90)]
    public int From { get; init; } = 80;
}

/// <summary>Fires when an outside service calls the order or its device risky. An outage there is noted and blocks nothing.</summary>
internal sealed class DeviceReputationRule : Rule<DeviceReputationSettings>
{
    public override string Id => "device-reputation";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Device, IdentifierKind.Ip];

    private protected override Check Bind(DeviceReputationSettings settings, Binding on) => new(
        facts => facts.Outside.Device?.Score is { } score ? Check.When(score >= settings.From) : RuleResult.NoInput,
        facts => facts.Outside.Device?.Score is { } score
            ? new(Velocity.Text(score), $"from {settings.From}", Velocity.Text(score), Velocity.Text(settings.From))
            : new(facts.Outside.Device?.Reason ?? "not asked", $"from {settings.From}", facts.Outside.Device?.Reason ?? "off", Velocity.Text(settings.From)));
}
