using PagoConsole.Core.Alarms;

namespace PagoConsole.Core.Overview.Needs;

/// <summary>What needs somebody.</summary>
public enum NeedKind
{
    /// <summary>Held orders whose time to be decided is nearly over.</summary>
    CasesEnding,

    /// <summary>An alarm that nobody has taken note of.</summary>
    Alarm,

    /// <summary>Refunds of which nobody knows whether they were carried out.</summary>
    RefundsUnknown,

    /// <summary>Orders that wait for somebody's decision.</summary>
    Cases,

    /// <summary>Calls to PagoEfectivo that have been tried in vain for a while.</summary>
    CommandsStuck,

    /// <summary>Messages to the marketplace that were given up.</summary>
    CallbacksParked,

    /// <summary>Money that does not simply settle its order.</summary>
    MoneyCases,

    /// <summary>Differences between orders and PagoEfectivo's reports that wait for anybody.</summary>
    Differences,

    /// <summary>A scheduled job whose last run failed.</summary>
    JobFailing,

    /// <summary>A scheduled job that rests.</summary>
    JobPaused,
}

/// <summary>How soon.</summary>
public enum NeedUrgency
{
    /// <summary>Now.</summary>
    Now,

    /// <summary>Within the hour.</summary>
    Soon,

    /// <summary>Today.</summary>
    Today,
}

/// <summary>One thing that needs somebody.</summary>
/// <param name="Kind">What.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Count">How many of it.</param>
/// <param name="Since">Since when the oldest waits.</param>
public sealed record Need(NeedKind Kind, NeedUrgency Urgency, int Count, DateTimeOffset? Since)
{
    /// <summary>The one to begin with, where one can be named: the order.</summary>
    public string? OrderId { get; init; }

    /// <summary>The money case to begin with.</summary>
    public string? MoneyCaseId { get; init; }

    /// <summary>Which job.</summary>
    public string? Job { get; init; }

    /// <summary>Which alarm.</summary>
    public Alarm? Alarm { get; init; }

    /// <summary>The most urgent first; what has waited longer first within that.</summary>
    internal static List<Need> Sort(IEnumerable<Need> needs) => [.. needs.OrderBy(need => need.Urgency).ThenBy(need => need.Kind).ThenBy(need => need.Since)];
}
