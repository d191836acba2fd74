namespace PagoConsole.Benchmarks.Day;

/// <summary>A day of trade with everything that can go wrong in it, in business time.</summary>
internal sealed record DayPlan
{
    /// <summary>Orders placed.</summary>
    public int Orders { get; init; } = 20_000;

    /// <summary>How long orders come in.</summary>
    public TimeSpan Trade { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a voucher lives; whole hours.</summary>
    public int VoucherHours { get; init; } = 12;

    /// <summary>How many times as fast as the real time that is.</summary>
    public double Speed { get; init; } = 192;

    /// <summary>How fast the time after the last voucher passes, in which only late money is looked for.</summary>
    public double NightSpeed { get; init; } = 2400;

    /// <summary>Where chance begins.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>When the console is killed, counted from the start.</summary>
    public IReadOnlyList<TimeSpan> Kills { get; init; } = [TimeSpan.FromHours(5), TimeSpan.FromHours(11.5), TimeSpan.FromHours(19)];

    /// <summary>When PagoEfectivo begins to answer nothing.</summary>
    public TimeSpan OutageAt { get; init; } = TimeSpan.FromHours(15);

    /// <summary>How long.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long stock may be held past its time, beside an outage's grace and the time in which the console was dead.</summary>
    public TimeSpan Slack { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// What a kill costs beside the time until the console answers again, in real time, which no clock makes faster: the lease of the run that
    /// died has to lapse (5 s), all code is compiled anew, and what piled up meanwhile is worked off.
    /// </summary>
    public TimeSpan Restart { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Webhooks lost, doubled, held back; calls that fail, and that are never answered.</summary>
    public DayFaults Faults { get; init; } = new(0.10, 0.10, 0.10, 0.03, 0.02);
}

/// <summary>What goes wrong all day, as shares from 0 to 1.</summary>
internal sealed record DayFaults(double DropWebhooks, double DuplicateWebhooks, double ReorderWebhooks, double ErrorRate, double TimeoutRate);

/// <summary>Business time during a trial, as the programs under trial have it.</summary>
internal sealed record DayClock(DateTimeOffset RealStart, DateTimeOffset Start, double Speed)
{
    public DateTimeOffset Now => Start + ((TimeProvider.System.GetUtcNow() - RealStart) * Speed);

    /// <summary>The same clock, going on at another speed from now.</summary>
    public DayClock At(double speed) => new(TimeProvider.System.GetUtcNow(), Now, speed);

    public async Task UntilAsync(DateTimeOffset instant, CancellationToken ct)
    {
        var left = (instant - Now) / Speed;
        if (left > TimeSpan.Zero) await Task.Delay(left, ct);
    }
}

/// <summary>What buyers do.</summary>
internal enum BuyerKind
{
    Pays,
    Forgets,
    PaysLate,
    PaysShort,
    PaysTwice,
    PaysInDollars,
    CallsOff,
}

/// <summary>One buyer and their order.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When they order, counted from the start.</param>
/// <param name="Kind">What they do then.</param>
/// <param name="After">How long after the order, or after the voucher's end.</param>
/// <param name="Held">Whether the order is one that waits for a person.</param>
internal sealed record Buyer(int Number, TimeSpan At, BuyerKind Kind, TimeSpan After, bool Held)
{
    public string OrderId => $"DAY-{Number:D6}";

    public decimal Amount => Held ? 1200 + (Number % 900) : 20 + (Number % 380) + (Number % 100 / 100m);

    /// <summary>All buyers of a day, in the order in which they come.</summary>
    public static IReadOnlyList<Buyer> Of(DayPlan plan)
    {
        var chance = new Random(plan.Seed);
        return [.. Enumerable.Range(1, plan.Orders).Select(number =>
        {
            var kind = KindOf(chance.NextDouble());
            var longest = TimeSpan.FromHours(plan.VoucherHours) * 0.9;
            var soon = TimeSpan.FromMinutes(-40 * Math.Log(1 - chance.NextDouble()));
            var after = kind == BuyerKind.PaysLate ? TimeSpan.FromMinutes(30 + (300 * chance.NextDouble())) : soon < longest ? soon : longest;
            return new Buyer(number, plan.Trade * (number / (plan.Orders + 1.0)), kind, after, chance.NextDouble() < 0.02);
        })];
    }

    private static BuyerKind KindOf(double chance) => chance switch
    {
        < 0.62 => BuyerKind.Pays,
        < 0.92 => BuyerKind.Forgets,
        < 0.94 => BuyerKind.PaysLate,
        < 0.95 => BuyerKind.PaysShort,
        < 0.96 => BuyerKind.PaysTwice,
        < 0.965 => BuyerKind.PaysInDollars,
        _ => BuyerKind.CallsOff,
    };
}
