namespace PagoConsole.Admin.Access;

/// <summary>How long what is replaced goes on.</summary>
public enum Overlap
{
    None,
    Hour,
    Day,
    Week,
    Month,
}

internal static class Overlaps
{
    public static TimeSpan Time(this Overlap overlap) => overlap switch
    {
        Overlap.None => TimeSpan.Zero,
        Overlap.Hour => TimeSpan.FromHours(1),
        Overlap.Day => TimeSpan.FromDays(1),
        Overlap.Week => TimeSpan.FromDays(7),
        Overlap.Month => TimeSpan.FromDays(30),
    };
}
