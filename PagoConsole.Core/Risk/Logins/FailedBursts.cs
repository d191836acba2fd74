namespace PagoConsole.Core.Risk.Logins;

/// <summary>Somebody tries passwords: many failed logins in a short time.</summary>
internal static class FailedBursts
{
    /// <summary>
    /// One suspicion a burst, at the first failed login after <paramref name="from"/> that has enough of them behind it, so that a burst
    /// that began earlier and still goes on is told too. The burst is over once a failed login has fewer behind it.
    /// </summary>
    public static IEnumerable<LoginSuspicion> Find(List<SeenLogin> failed, DateTimeOffset from, LoginSuspicionSettings settings)
    {
        var within = TimeSpan.FromMinutes(settings.FailedMinutes);
        LoginSuspicion? burst = null;
        var oldest = 0;
        for (var i = 0; i < failed.Count; i++)
        {
            // As everywhere, a window has its end but not its beginning.
            while (failed[oldest].At <= failed[i].At - within) oldest++;
            var count = i - oldest + 1;
            if (count < settings.FailedLogins)
            {
                if (burst is not null) yield return burst;
                burst = null;
            }
            else if (failed[i].At > from)
            {
                burst ??= LoginSuspicions.Of(LoginSuspicionKind.FailedBurst, failed[i]) with { Minutes = settings.FailedMinutes };
                burst = burst with { Count = Math.Max(burst.Count ?? 0, count) };
            }
        }

        if (burst is not null) yield return burst;
    }
}
