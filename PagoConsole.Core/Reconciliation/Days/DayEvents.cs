namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>Kinds of journal entries about a business day; the host has words for each in three languages.</summary>
public static class DayEvents
{
    /// <summary>What the kinds begin with.</summary>
    public const string Prefix = "day.";

    /// <summary>Finance closed it.</summary>
    public const string Closed = "day.closed";

    /// <summary>A person opened it again.</summary>
    public const string Reopened = "day.reopened";
}
