using Hangfire;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Hosting.Jobs;

/// <summary>Whether Hangfire's server of this process is alive.</summary>
internal sealed class JobsCheck(JobStorage storage) : IHealthCheck
{
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(2);

    /// <summary>The name under which this process's server announces itself.</summary>
    public static string ServerName => JobNode.Name;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = TimeProvider.System.GetUtcNow().UtcDateTime - Silent;
        var alive = storage.GetMonitoringApi().Servers()
            .Any(server => server.Name.StartsWith(ServerName, StringComparison.OrdinalIgnoreCase) && server.Heartbeat > since);
        return Task.FromResult(alive ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No scheduler runs in this process"));
    }
}
