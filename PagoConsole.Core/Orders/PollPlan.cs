namespace PagoConsole.Core.Orders;

/// <summary>
/// When PagoEfectivo is asked about a payment of which no delivery came: after 5, 10, 20, 40 minutes, then every hour, denser again towards
/// the end of the voucher, and three times after the order was closed, since money may come late and its delivery be lost as well.
/// </summary>
internal static class PollPlan
{
    private const double First = 5;
    private const double Longest = 60;

    /// <summary>The part of the voucher's remaining life after which it is looked at again.</summary>
    private const double Share = 0.25;

    /// <summary>Up to so much earlier or later, so that payments that were made together are not asked for together.</summary>
    private const double Jitter = 0.15;

    /// <summary>How long after the order was closed, and then after each look, money is looked for.</summary>
    private static readonly TimeSpan[] AfterClosing = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), TimeSpan.FromHours(24)];

    /// <summary>The next instant while the order waits for its payment.</summary>
    /// <param name="now">When it was asked for last, or its payment was made.</param>
    /// <param name="due">When the voucher's life ends.</param>
    /// <param name="asked">How often it was asked for already.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static DateTimeOffset WhileOpen(DateTimeOffset now, DateTimeOffset due, int asked, double chance)
    {
        var growing = Math.Min(Longest, First * Math.Pow(2, Math.Min(asked, 10)));
        var towardsTheEnd = Math.Max(First, (due - now).TotalMinutes * Share);
        return now + Spread(TimeSpan.FromMinutes(Math.Min(growing, towardsTheEnd)), chance);
    }

    /// <summary>The next instant after the order was closed; null once money has been looked for often enough.</summary>
    /// <param name="now">When it was closed, or asked for last since.</param>
    /// <param name="asked">How often it was asked for since.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static DateTimeOffset? OnceClosed(DateTimeOffset now, int asked, double chance) =>
        asked < AfterClosing.Length ? now + Spread(AfterClosing[asked], chance) : null;

    private static TimeSpan Spread(TimeSpan gap, double chance) => gap * (1 + (Jitter * ((2 * chance) - 1)));
}
