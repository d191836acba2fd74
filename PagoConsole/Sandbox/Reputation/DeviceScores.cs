namespace PagoConsole.Sandbox.Reputation;

/// <summary>What the simulated service thinks of a device: nothing but its fingerprint counts, so that a test can ask for a score.</summary>
internal static class DeviceScores
{
    private const string RiskyEnding = "-risky";
    private const int Risky = 95;
    private const int HighestOfOthers = 60;
    private const int Unknown = 30;

    /// <summary>95 for a fingerprint that ends in <c>-risky</c>, 30 where none is told, else one of 0 to 60 that stays.</summary>
    public static int Of(string? fingerprint)
    {
        if (string.IsNullOrEmpty(fingerprint)) return Unknown;
        return fingerprint.EndsWith(RiskyEnding, StringComparison.Ordinal) ? Risky : (int)(Spread(fingerprint) % (HighestOfOthers + 1));
    }

    public static string StatusOf(int score) => score switch
    {
        >= 80 => "REJECT",
        >= 50 => "REVIEW",
        _ => "APPROVE",
    };

    // FNV-1a: the runtime's own hash of a text differs from run to run.
    private static uint Spread(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = unchecked((hash ^ c) * 16777619u);
        return hash;
    }
}
