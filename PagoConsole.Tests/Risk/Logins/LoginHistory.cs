using PagoConsole.Core.Risk.Logins;

namespace PagoConsole.Tests.Risk.Logins;

/// <summary>Logins of one account, told by minutes.</summary>
internal sealed class LoginHistory
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly List<SeenLogin> logins = [];

    public LoginHistory Ok(double minute, string? country, string device = "fp-1") => Add(minute, country, device, true);

    public LoginHistory Failed(params double[] minutes)
    {
        foreach (var minute in minutes) Add(minute, "PE", "fp-x", false);
        return this;
    }

    public LoginHistory FailedAbroad(double minute, string country, string device) => Add(minute, country, device, false);

    /// <summary>In a window of minutes; without one, over everything.</summary>
    public IReadOnlyList<LoginSuspicion> Find(double from = -1, double to = 1_000_000, LoginSuspicionSettings? settings = null) =>
        LoginSuspicions.Find([.. logins.OrderBy(login => login.At)], At(from), At(to), settings ?? new());

    public static DateTimeOffset At(double minute) => Start.AddMinutes(minute);

    private LoginHistory Add(double minute, string? country, string device, bool success)
    {
        logins.Add(new SeenLogin(At(minute), "190.235.12.7", country, device, success));
        return this;
    }
}
