using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>device-many-accounts</c>.</summary>
public sealed record DeviceManyAccountsSettings
{
    /// <summary>This many accounts fire it. <value>3</value></summary>
    [Setting(SettingUnit.Count, 2, 200, 2, 3, 4, 5, 8)]
    public int Accounts { get; init; } = 3;

    /// <summary>The time before the order. <value>7 d</value></summary>
    [Setting(SettingUnit.Days, 1, 365, 1, 7, 30, 90, 365)]
    public int WindowDays { get; init; } = 7;
}

/// <summary>Fires when several accounts order or log in on one device.</summary>
internal sealed class DeviceManyAccounts : Rule<DeviceManyAccountsSettings>
{
    public override string Id => "device-many-accounts";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Device, IdentifierKind.Account];

    private protected override Check Bind(DeviceManyAccountsSettings settings, Binding on)
    {
        var window = TimeSpan.FromDays(settings.WindowDays);
        var accounts = on.Ask(new AccountsSharing(IdentifierKind.Device, window, on.Cap(settings.Accounts)));
        return new(
            facts => !facts.Order.Has(IdentifierKind.Device) ? RuleResult.NoInput : Check.When(facts.Of(accounts) >= settings.Accounts),
            facts => Velocity.Saw(facts.Of(accounts), "accounts on the device", "from", settings.Accounts, window));
    }
}
