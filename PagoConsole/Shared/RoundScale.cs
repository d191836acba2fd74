namespace PagoConsole.Shared;

/// <summary>The top of a chart's scale.</summary>
internal static class RoundScale
{
    /// <summary>A round number at or above the most that is shown; even from 2 on, so that its half is a whole one.</summary>
    public static int Above(int most)
    {
        if (most <= 1) return 1;
        var digit = (int)Math.Pow(10, Math.Floor(Math.Log10(most)));
        int[] rounds = [2 * digit, 4 * digit, 6 * digit, 8 * digit, 10 * digit];
        return rounds.First(round => round >= most);
    }
}
