namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>What this process calls itself where it claims work.</summary>
public static class JobNode
{
    /// <summary>The machine's name and the process's id.</summary>
    public static string Name { get; } = FormattableString.Invariant($"{Environment.MachineName}-{Environment.ProcessId}");
}
