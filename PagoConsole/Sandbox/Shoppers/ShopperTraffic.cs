using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Shoppers;

/// <summary>Lets made-up buyers place orders at an even pace, with bursts, and go through with them or not.</summary>
internal sealed partial class ShopperTraffic(
    SandboxFile file, ConsoleAddress console, MarketplaceCalls marketplace, ShopperSteps steps, ShopperSettings settings,
    TimeProvider time, ILogger<ShopperTraffic> logger) : BackgroundService
{
    private const int AtOnce = 8;
    private const int MostUnplaced = 20;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WithinBurst = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>After so many tries nobody is in a hurry any more.</summary>
    private const int PatientAfter = 240;
    private static readonly TimeSpan PatientPause = TimeSpan.FromMinutes(5);

    private DateTimeOffset _nextOrder;
    private int _takenInARow;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled || await console.GetAsync(stoppingToken) is not { } address) return;
        Log.Waiting(logger, address);
        while (!await marketplace.IsReadyAsync(address, stoppingToken)) await Task.Delay(Tick, stoppingToken);
        Log.Started(logger, settings.OrdersPerMinute, settings.Seed);

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PlaceIfDueAsync();
                await RunDueAsync(address, stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                Log.RoundFailed(logger, broken);
            }
            await Task.Delay(Tick, stoppingToken);
        }
    }

    private async Task PlaceIfDueAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        // While the console takes nothing, nobody new comes in: it would find a crowd at its door.
        if (now < _nextOrder || file.Read(ShopperRows.Unplaced) >= MostUnplaced) return;
        var number = await file.WriteAsync(db => ShopperRows.Start(db, time.GetUtcNow()));
        _nextOrder = now + GapAfter(number);
    }

    private TimeSpan GapAfter(long number)
    {
        if (Personas.Of(settings.Seed, number) == Persona.Bot && Personas.Of(settings.Seed, number + 1) == Persona.Bot) return WithinBurst;
        var even = TimeSpan.FromMinutes(1) / settings.OrdersPerMinute;
        return even * (Dice.For(settings.Seed, number).Between(50, 150) / 100.0);
    }

    private async Task RunDueAsync(Uri address, CancellationToken ct)
    {
        var due = file.Read(db => ShopperRows.Due(db, AtOnce * 8));
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (shopper, stop) => await AdvanceAsync(address, shopper, stop));
    }

    private async Task AdvanceAsync(Uri address, ShopperProgress shopper, CancellationToken ct)
    {
        var script = ShopperScript.For(settings.Seed, shopper.Number).Steps;
        var result = await steps.RunAsync(address, shopper, script[shopper.Step], ct);
        if (result == StepResult.Done && script[shopper.Step].Kind == StepKind.Place) Interlocked.Exchange(ref _takenInARow, 0);
        switch (result)
        {
            case StepResult.Done when shopper.Step + 1 < script.Count:
                await file.WriteAsync(db => ShopperRows.MoveOn(db, shopper, script[shopper.Step + 1].After));
                return;
            case StepResult.Again:
                await file.WriteAsync(db => ShopperRows.TryAgain(db, shopper, PauseBefore(shopper.Attempts)));
                return;
            case StepResult.NumberTaken:
                // Each number that is taken doubles the stride: the console may know thousands from before our file was new.
                var stride = 1L << Math.Min(Interlocked.Increment(ref _takenInARow), 11);
                await file.WriteAsync(db => ShopperRows.Skip(db, (stride / 2) - 1));
                _nextOrder = default;
                break;
            case StepResult.Over:
                Log.GaveUp(logger, OrderWriter.IdOf(shopper.Number), script[shopper.Step].Kind);
                break;
            case StepResult.Done:
                break;
        }
        await file.WriteAsync(db => ShopperRows.Leave(db, shopper));
    }

    private static TimeSpan PauseBefore(int attempts)
    {
        if (attempts > PatientAfter) return PatientPause;
        var growing = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts, 8)));
        return growing < LongestPause ? growing : LongestPause;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Demo shoppers wait for the console at {Address}")]
        public static partial void Waiting(ILogger logger, Uri address);

        [LoggerMessage(2, LogLevel.Information, "Demo shoppers place about {PerMinute} orders a minute (seed {Seed})")]
        public static partial void Started(ILogger logger, int perMinute, long seed);

        [LoggerMessage(3, LogLevel.Debug, "The buyer of {OrderId} gave up at {Step}")]
        public static partial void GaveUp(ILogger logger, string orderId, StepKind step);

        [LoggerMessage(4, LogLevel.Error, "A round of the demo shoppers failed; the next one follows")]
        public static partial void RoundFailed(ILogger logger, Exception exception);
    }
}
