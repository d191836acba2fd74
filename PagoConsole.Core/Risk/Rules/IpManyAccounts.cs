using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>ip-many-accounts</c>.</summary>
public sealed record IpManyAccountsSettings
{
    /// <summary>This many accounts fire it. <value>3</value></summary>
    [Setting(SettingUnit.Count, 2, 200, 2, 3, 4, 5, 8)]
    public int Accounts { get; init; } = 3;

    /// <summary>The time before the order. <value>24 h</value></summary>
    [Setting(SettingUnit.Hours, 1, 2160, 1, 24, 168, 720)]
    public int WindowHours { get; init; } = 24;
}

/// <summary>Fires when several accounts order from one network address (of IPv6 one /64).</summary>
internal sealed class IpManyAccounts : Rule<IpManyAccountsSettings>
{
    public override string Id => "ip-many-accounts";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Ip, IdentifierKind.Account];

    private protected override Check Bind(IpManyAccountsSettings settings, Binding on)
    {
        var window = TimeSpan.FromHours(settings.WindowHours);
        var accounts = on.Ask(new AccountsSharing(IdentifierKind.Ip, window, on.Cap(settings.Accounts)));
        return new(
            facts => Check.When(facts.Of(accounts) >= settings.Accounts),
            facts => Velocity.Saw(facts.Of(accounts), "accounts on the address", "from", settings.Accounts, window));
    }
}
