using System.Globalization;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>account-just-created</c>.</summary>
public sealed record AccountJustCreatedSettings
{
    /// <summary>An order at most this long after the account was opened. <value>60 s</value></summary>
    [Setting(SettingUnit.Seconds, 1, 86_400, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600)]
    public int WithinSeconds { get; init; } = 60;
}

/// <summary>Fires when an account orders the moment it is opened: programs do, people hardly.</summary>
internal sealed class AccountJustCreated : Rule<AccountJustCreatedSettings>
{
    public override string Id => "account-just-created";

    private protected override Check Bind(AccountJustCreatedSettings settings, Binding on)
    {
        var within = TimeSpan.FromSeconds(settings.WithinSeconds);
        return new(
            facts => Check.When(Age(facts) <= within),
            facts => Saw(Math.Max(0, Math.Ceiling(Age(facts).TotalSeconds)).ToString("0", CultureInfo.InvariantCulture), settings.WithinSeconds));
    }

    private static TimeSpan Age(OrderFacts facts) => facts.Order.PlacedAt - facts.Order.AccountCreatedAt;

    private static Finding Saw(string seconds, int within) => new(
        $"{seconds} s after the account was opened", $"within {within} s", seconds, within.ToString(CultureInfo.InvariantCulture));
}
