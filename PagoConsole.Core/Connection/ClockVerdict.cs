namespace PagoConsole.Core.Connection;

/// <summary>What is to be said of two clocks: pure.</summary>
internal static class ClockVerdict
{
    /// <summary>Beyond this somebody should see to it.</summary>
    public static readonly TimeSpan Off = TimeSpan.FromSeconds(30);

    /// <summary>Beyond this signatures are refused.</summary>
    public static readonly TimeSpan Wrong = TimeSpan.FromMinutes(5);

    /// <summary>How far their clock is ahead of ours, in seconds; negative when it is behind.</summary>
    /// <param name="sent">When we asked, by our clock.</param>
    /// <param name="took">The round trip; its answer was written half-way.</param>
    /// <param name="theirs">Their <c>Date</c>, which leaves out parts of the second.</param>
    public static double SkewOf(DateTimeOffset sent, TimeSpan took, DateTimeOffset theirs)
    {
        var ahead = theirs - (sent + (took / 2));

        // Their second may have begun up to a second before, and servers write the same line for up to a second.
        return ahead < TimeSpan.Zero && ahead > TimeSpan.FromSeconds(-2) ? 0 : Math.Round(ahead.TotalSeconds, 1);
    }

    /// <summary>The finding for so many seconds.</summary>
    public static ConnectionFinding Of(double seconds) => Math.Abs(seconds) switch
    {
        var apart when apart > Wrong.TotalSeconds => ConnectionFinding.ClockWrong,
        var apart when apart > Off.TotalSeconds => ConnectionFinding.ClockOff,
        _ => ConnectionFinding.ClockRight,
    };
}
