using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PagoConsole.Core.Foundation.Telemetry;

/// <summary>What is measured of background work: pumps, jobs, and the lane of writers.</summary>
public static class WorkMeasures
{
    private static readonly ActivitySource Source = new(TraceName);

    /// <summary>How long pumps work at a batch.</summary>
    internal static readonly Histogram<double> Pumps = Measuring.Duration("pago.pump.duration", "Batches of a pump, by pump and outcome");

    /// <summary>How long jobs run.</summary>
    internal static readonly Histogram<double> Jobs = Measuring.Duration("pago.job.duration", "Runs of scheduled jobs, by job and outcome");

    /// <summary>How long writers wait for their turn.</summary>
    internal static readonly Histogram<double> Lane = Measuring.Duration("pago.write.wait", "Waiting for the one lane of writers (SQLite), by priority; who need not wait is not counted");

    /// <summary>A writer has its turn.</summary>
    internal static void Waited(long began, string priority) => Lane.Since(began, ("priority", priority));

    /// <summary>The name under which jobs are traced.</summary>
    public const string TraceName = "PagoConsole.Work";

    /// <summary>Begins the trace of a job's run.</summary>
    internal static Activity? BeginJob(string key, DateTimeOffset slot) =>
        Source.StartActivity($"job {key}", ActivityKind.Internal, default(ActivityContext), [new("pago.job", key), new("pago.slot", slot.ToString("O"))]);
}
