using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Overview.Backlogs;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Hosting.Telemetry;

/// <summary>
/// What waits, how long the oldest of it has waited, and when jobs last ran well: read every few seconds, so that a scrape costs no query. All nodes read
/// the same, so their figures are not to be added up.
/// </summary>
internal sealed partial class BacklogGauges : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentDictionary<BacklogGauges, byte> Live = new();

    private readonly Backlog backlog;
    private readonly JournalTail tail;
    private readonly GatewayHealth gateway;
    private readonly CallbackCircuit marketplace;
    private readonly TimeProvider time;
    private readonly ILogger<BacklogGauges> log;
    private volatile IReadOnlyList<Queued> queues = [];
    private volatile IReadOnlyDictionary<string, DateTimeOffset> jobs = new Dictionary<string, DateTimeOffset>();

    static BacklogGauges()
    {
        var meter = Measuring.Meter;
        meter.CreateObservableGauge("pago.queue.depth", () => Look<int>(g => g.queues.Select(q => Of(q.Depth, "queue", q.Queue))), "{row}", "What waits, by queue");
        meter.CreateObservableGauge("pago.queue.age", () => Look<double>(g => g.queues.Select(q => Of(g.AgeOf(q.Oldest), "queue", q.Queue))), "s", "How long the oldest of it has waited, by queue");
        meter.CreateObservableGauge("pago.job.last_success", () => Look<double>(g => g.jobs.Select(j => Of((double)j.Value.ToUnixTimeSeconds(), "job", j.Key))), "s", "When a job last ended well, in Unix seconds");
        meter.CreateObservableGauge("pago.journal.horizon", () => Look<long>(g => [new(g.tail.Horizon)]), "{entry}", "Up to which number the journal is whole on this node");
        meter.CreateObservableGauge("pago.circuit.open", () => Look<int>(g => g.Circuits()), "{circuit}", "1 while nothing is sent there because it has been failing");
    }

    public BacklogGauges(
        Backlog backlog, JournalTail tail, GatewayHealth gateway, CallbackCircuit marketplace, TimeProvider time, ILogger<BacklogGauges> log)
    {
        (this.backlog, this.tail, this.gateway, this.marketplace, this.time, this.log) = (backlog, tail, gateway, marketplace, time, log);
        Live[this] = 0;
    }

    public override void Dispose()
    {
        Live.TryRemove(this, out _);
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                queues = await backlog.ReadAsync(stoppingToken);
                jobs = await backlog.LastRunsAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                queues = []; // better no figure than an old one
                Log.Failed(log, failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Pace, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static IEnumerable<Measurement<T>> Look<T>(Func<BacklogGauges, IEnumerable<Measurement<T>>> at)
        where T : struct => Live.Keys.SelectMany(at);

    private static Measurement<T> Of<T>(T value, string name, string tag)
        where T : struct => new(value, new KeyValuePair<string, object?>(name, tag));

    private double AgeOf(DateTimeOffset? since) => since is { } at ? Math.Max(0, (time.GetUtcNow() - at).TotalSeconds) : 0;

    private IEnumerable<Measurement<int>> Circuits() =>
    [
        Of(gateway.Now.Circuit == GatewayCircuit.Closed ? 0 : 1, "to", "pagoefectivo"),
        Of(marketplace.Now.Open ? 1 : 0, "to", "marketplace"),
    ];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What waits could not be read; the metrics go without it until it can")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
