using PagoConsole.Core.Risk.Places;

namespace PagoConsole.Core.Risk.Logins;

/// <summary>Finds what is suspicious among the logins of one account. Pure.</summary>
public static class LoginSuspicions
{
    /// <summary>The suspicions after <paramref name="from"/> and not after <paramref name="to"/>, oldest first.</summary>
    /// <param name="logins">The account's logins, oldest first, with those before the window: what is new is told by them.</param>
    /// <param name="from">Where the window begins; a login at this very instant is not in it.</param>
    /// <param name="to">Where it ends; a login at this very instant is in it, later ones are not looked at.</param>
    /// <param name="settings">From when on it is suspicious.</param>
    public static IReadOnlyList<LoginSuspicion> Find(
        IReadOnlyList<SeenLogin> logins, DateTimeOffset from, DateTimeOffset to, LoginSuspicionSettings settings)
    {
        var seen = logins.Where(login => login.At <= to).ToList();
        var successful = seen.Where(login => login.Success).ToList();
        var failed = seen.Where(login => !login.Success).ToList();
        return [.. NewCountries(successful)
            .Concat(NewDevices(successful))
            .Concat(Travels(successful, settings))
            .Where(suspicion => suspicion.At > from)
            .Concat(FailedBursts.Find(failed, from, settings))
            .OrderBy(suspicion => suspicion.At).ThenBy(suspicion => suspicion.Kind)];
    }

    private static IEnumerable<LoginSuspicion> NewCountries(List<SeenLogin> successful) =>
        New(successful, LoginSuspicionKind.NewCountry, login => login.Country)
            .Select(found => found.Suspicion with { Country = found.Value });

    private static IEnumerable<LoginSuspicion> NewDevices(List<SeenLogin> successful) =>
        New(successful, LoginSuspicionKind.NewDevice, login => login.Device).Select(found => found.Suspicion);

    // The first country or device of an account is not new to it, it is the account's. What is not told is neither new nor known.
    private static IEnumerable<(LoginSuspicion Suspicion, string Value)> New(
        List<SeenLogin> successful, LoginSuspicionKind kind, Func<SeenLogin, string?> valueOf)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var login in successful)
        {
            if (valueOf(login) is not { Length: > 0 } value) continue;
            var before = known.Count;
            if (known.Add(value) && before > 0) yield return (Of(kind, login) with { KnownBefore = before }, value);
        }
    }

    // A login from nobody knows where is left out: it must not hide the way between the one before and the one after.
    private static IEnumerable<LoginSuspicion> Travels(List<SeenLogin> successful, LoginSuspicionSettings settings)
    {
        var placed = successful.Where(login => login.Country is not null).ToList();
        foreach (var (before, login) in placed.Zip(placed.Skip(1)))
        {
            var km = Journey.KmAtLeast(before.Country, login.Country);
            var between = login.At - before.At;
            if (km <= between.TotalHours * settings.MaxKmPerHour) continue;
            yield return Of(LoginSuspicionKind.ImpossibleTravel, login) with
            {
                Country = login.Country,
                FromCountry = before.Country,
                Km = (int)km,
                Minutes = (int)between.TotalMinutes,
            };
        }
    }

    internal static LoginSuspicion Of(LoginSuspicionKind kind, SeenLogin login) => new(kind, login.At, login.Ip, login.Device);
}
