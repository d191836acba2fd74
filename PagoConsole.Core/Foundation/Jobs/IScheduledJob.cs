using System.Globalization;

namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>
/// Work that is due at certain instants. It finds what there is to do by query and does it so that twice or half-way changes nothing:
/// a run that died is run again.
/// </summary>
public interface IScheduledJob
{
    /// <summary>Its name, for ever: <c>expiry</c>. Settings and records name it so.</summary>
    string Key { get; }

    /// <summary>When it is due, unless <c>Jobs:{key}</c> says otherwise.</summary>
    JobSchedule Schedule { get; }

    /// <summary>Does the work of one slot.</summary>
    /// <param name="slot">The instant for which it runs; business time, it may lie in the past.</param>
    /// <param name="ct">Cancelled when the program stops, and when another node has taken the slot over.</param>
    Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct);
}

/// <summary>What a run came to, as counts; the words are the host's.</summary>
/// <param name="Counts">Such as <c>expired=3</c>; empty when there was nothing to do.</param>
/// <param name="Trouble">What still stands in the way, although this run itself had nothing to fail at; shown as a failure.</param>
public readonly record struct JobOutcome(string Counts, string? Trouble = null)
{
    /// <summary>There was nothing to do.</summary>
    public static JobOutcome Nothing { get; } = new("");

    /// <summary>The counts of a text that <see cref="Of"/> wrote; none of any other text.</summary>
    public static IReadOnlyList<(string What, long Times)> Read(string? counts)
    {
        var read = new List<(string, long)>();
        foreach (var part in (counts ?? "").Split(", "))
        {
            if (part.Split('=') is [var what, var times] && long.TryParse(times, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                read.Add((what, number));
        }

        return read;
    }

    /// <summary>What was done how often; what was not done at all is left out.</summary>
    public static JobOutcome Of(params ReadOnlySpan<(string What, long Times)> counts)
    {
        var texts = new List<string>();
        foreach (var (what, times) in counts)
            if (times != 0) texts.Add(string.Create(CultureInfo.InvariantCulture, $"{what}={times}"));
        return new(string.Join(", ", texts));
    }
}
