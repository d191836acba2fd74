using Microsoft.Extensions.Options;

namespace PagoConsole.Sandbox.Storage;

/// <summary>Throws away what was said long ago, so that a demo left running does not fill the disk.</summary>
internal sealed partial class Housekeeping(
    SandboxFile file, IOptions<SandboxSettings> settings, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SweepAsync() > 0) continue;
            }
            catch (Exception broken)
            {
                Log.SweepFailed(logger, broken);
            }
            await Task.Delay(Every, stoppingToken);
        }
    }

    /// <summary>Throws away a batch; how much it was.</summary>
    internal Task<int> SweepAsync()
    {
        var before = time.GetUtcNow().AddDays(-settings.Value.KeepDays);
        return file.WriteAsync(db =>
        {
            var callbacks = db.Execute(
                "DELETE FROM callbacks WHERE id IN (SELECT id FROM callbacks WHERE received_at < @before LIMIT @most)",
                ("before", before), ("most", BatchSize));
            // Identifiers of events sort by time, so the oldest are the first.
            const string old = """
                SELECT e.id FROM events e WHERE e.created_at < @before
                AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event_id = e.id AND d.state = 'Waiting') ORDER BY e.id LIMIT @most
                """;
            var events = db.Query(old, row => row.GetString(0), ("before", before), ("most", BatchSize));
            foreach (var id in events)
            {
                db.Execute("DELETE FROM deliveries WHERE event_id = @id", ("id", id));
                db.Execute("DELETE FROM events WHERE id = @id", ("id", id));
            }
            return callbacks + events.Count;
        });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Clearing out old messages failed; the next time follows")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
