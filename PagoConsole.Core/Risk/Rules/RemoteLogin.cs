using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Logins;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>remote-login</c>.</summary>
public sealed record RemoteLoginSettings
{
    /// <summary>Logins in this many hours before the order. <value>24</value></summary>
    [Setting(SettingUnit.Hours, 1, 720, 1, 6, 24, 72, 168)]
    public int Hours { get; init; } = 24;

    /// <summary>Nobody travels faster than this. <value>900 km/h</value></summary>
    [Setting(SettingUnit.KmPerHour, 100, 5000)]
    public int KmPerHour { get; init; } = 900;

    /// <summary>This many failed logins … <value>5</value></summary>
    [Setting(SettingUnit.Count, 2, 100)]
    public int FailedLogins { get; init; } = 5;

    /// <summary>… within this many minutes are a burst. <value>10</value></summary>
    [Setting(SettingUnit.Minutes, 1, 1440)]
    public int FailedMinutes { get; init; } = 10;
}

/// <summary>
/// Fires when, shortly before the order, somebody logged in from a country or device that is new to the account, faster than one can travel, or
/// after a burst of failed logins.
/// </summary>
internal sealed class RemoteLogin : Rule<RemoteLoginSettings>
{
    public override string Id => "remote-login";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Account];

    public static LoginSuspicionSettings SuspicionsOf(RemoteLoginSettings settings) =>
        new() { MaxKmPerHour = settings.KmPerHour, FailedLogins = settings.FailedLogins, FailedMinutes = settings.FailedMinutes };

    private protected override Check Bind(RemoteLoginSettings settings, Binding on)
    {
        var suspicions = on.Ask(new SuspiciousLogins(settings.Hours, SuspicionsOf(settings)));
        return new(facts => Check.When(facts.Of(suspicions).Count > 0), facts => Saw(facts.Of(suspicions), settings.Hours));
    }

    private static Finding Saw(IReadOnlyList<LoginSuspicion> suspicions, int hours)
    {
        var kinds = string.Join(", ", suspicions.Select(s => s.Kind).Distinct());
        return new(kinds.Length > 0 ? kinds : "no suspicious login", $"within {hours} h", kinds, Velocity.Text(hours));
    }
}
