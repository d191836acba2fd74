namespace PagoConsole.Core.Schedule;

/// <summary>What people do with jobs, as the journal names it.</summary>
public static class JobEvents
{
    /// <summary>Somebody wants it run now.</summary>
    public const string Asked = "job.run_asked";

    /// <summary>Its schedule rests.</summary>
    public const string Paused = "job.paused";

    /// <summary>Its schedule holds again.</summary>
    public const string Resumed = "job.resumed";

    /// <summary>The stream of one job.</summary>
    public static string StreamOf(string key) => $"jobs/{key}";
}
