using System.Globalization;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Findings of rules that count something in a window of time.</summary>
internal static class Velocity
{
    /// <summary>Arguments: the count, the limit, the window in minutes.</summary>
    public static Finding Saw(long count, string what, string limitWord, int limit, TimeSpan window) => new(
        $"{Text(count, limit)} {what} in {Words(window)}", $"{limitWord} {limit} in {Words(window)}", Text(count, limit), Text(limit), Text((long)window.TotalMinutes));

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count with its limit: where counting stopped, <c>26+</c>.</summary>
    public static string Text(long count, int limit) => count >= limit + Binding.Beyond ? $"{Text(count)}+" : Text(count);

    private static string Words(TimeSpan window) => window switch
    {
        { TotalDays: >= 2 } => $"{window.TotalDays:0.#} d",
        { TotalMinutes: >= 120 } => $"{window.TotalHours:0.#} h",
        _ => $"{window.TotalMinutes:0.#} min",
    };
}
