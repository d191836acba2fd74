namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>
/// Carries what a date's credits do not cover to the next date until it evens out; what came too much lowers what the next ones owe. All in
/// hundredths of one currency; positive is what PagoEfectivo still owes.
/// </summary>
public static class CarryOver
{
    /// <summary>What is owed after a date.</summary>
    public static long After(long brought, long expected, long received) => brought + expected - received;

    /// <summary>What each of some dates, in order, has from those before it.</summary>
    public static IReadOnlyList<long> Brought(long opening, IEnumerable<(long Expected, long Received)> dates)
    {
        var brought = new List<long>();
        foreach (var (expected, received) in dates)
        {
            brought.Add(opening);
            opening = After(opening, expected, received);
        }

        return brought;
    }
}
