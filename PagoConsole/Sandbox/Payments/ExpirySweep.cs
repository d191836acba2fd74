namespace PagoConsole.Sandbox.Payments;

/// <summary>Looks every half second for codes whose time is over.</summary>
internal sealed partial class ExpirySweep(ExpirePayments expire, ILogger<ExpirySweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await expire.SweepAsync()) continue;
            }
            catch (Exception broken)
            {
                Log.SweepFailed(logger, broken);
            }
            await Task.Delay(Every, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Looking for expired payments failed; the next look follows")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
