using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>How long a money case has waited, in steps that one can see.</summary>
public enum MoneyAge
{
    /// <summary>Since today.</summary>
    Today,

    /// <summary>A business day or two.</summary>
    Days1,

    /// <summary>Three days or more.</summary>
    Days3,

    /// <summary>A week or more.</summary>
    Days7,
}

/// <summary>Counts business days between instants.</summary>
public static class MoneyAges
{
    /// <summary>Business days of Lima that have begun since.</summary>
    public static int DaysSince(DateTimeOffset opened, DateTimeOffset now) => Math.Max(0, Lima.DayOf(now).DayNumber - Lima.DayOf(opened).DayNumber);

    /// <summary>The step that so many days are.</summary>
    public static MoneyAge Of(int days) => days switch
    {
        >= 7 => MoneyAge.Days7,
        >= 3 => MoneyAge.Days3,
        >= 1 => MoneyAge.Days1,
        _ => MoneyAge.Today,
    };

    /// <summary>The fewest days of a step.</summary>
    public static int From(MoneyAge age) => age switch
    {
        MoneyAge.Today => 0,
        MoneyAge.Days1 => 1,
        MoneyAge.Days3 => 3,
        MoneyAge.Days7 => 7,
    };

    /// <summary>What was opened before this instant has waited for so many days or more.</summary>
    public static DateTimeOffset OpenedBefore(int days, DateTimeOffset now) => Lima.StartOf(Lima.DayOf(now).AddDays(1 - days));
}
