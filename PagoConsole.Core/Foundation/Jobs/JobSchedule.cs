using System.Globalization;

namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>What happens with slots at which nobody was there to run.</summary>
public enum CatchUp
{
    /// <summary>The newest one stands for all: for work found by query.</summary>
    Latest,

    /// <summary>Each is run, the oldest first: for work about its own day.</summary>
    Each,
}

/// <summary>The instants at which a job is due: its slots.</summary>
public abstract record JobSchedule
{
    private JobSchedule(CatchUp catchUp) => CatchUp = catchUp;

    /// <summary>What happens with missed slots.</summary>
    public CatchUp CatchUp { get; init; }

    /// <summary>How often somebody should look whether a slot is due, as a cron expression. Never rarer than the slots.</summary>
    public abstract string Cron { get; }

    /// <summary>So many minutes lie between two slots; null where a time of day says it.</summary>
    public abstract int? EveryMinutes { get; }

    /// <summary>At this time in Lima, once a day; null where minutes say it.</summary>
    public abstract TimeOnly? At { get; }

    /// <summary>Every so many minutes, counted from the Unix epoch.</summary>
    public static JobSchedule Every(int minutes, CatchUp catchUp = CatchUp.Latest) => new ByMinutes(minutes, catchUp);

    /// <summary>Once a business day, at a time in Lima.</summary>
    public static JobSchedule DailyAt(TimeOnly time, CatchUp catchUp = CatchUp.Each) => new ByDay(time, catchUp);

    /// <summary>The newest slot that is not after <paramref name="now"/>.</summary>
    public abstract DateTimeOffset LatestAt(DateTimeOffset now);

    /// <summary>The first slot after an instant.</summary>
    public abstract DateTimeOffset NextAfter(DateTimeOffset instant);

    /// <summary>Whether an instant is one of its slots; one that is not was asked for by a person.</summary>
    public bool Has(DateTimeOffset instant) => LatestAt(instant) == instant;

    /// <summary>The slots after one instant up to and with another.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo)
    {
        for (var slot = NextAfter(after); slot <= upTo; slot = NextAfter(slot)) yield return slot;
    }

    private sealed record ByMinutes : JobSchedule
    {
        private readonly int minutes;

        public ByMinutes(int minutes, CatchUp catchUp)
            : base(catchUp)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
            this.minutes = minutes;
        }

        // A cron step starts anew each hour, so only divisors of 60 give even steps.
        public override string Cron => 60 % minutes == 0 && minutes < 60 ? string.Create(CultureInfo.InvariantCulture, $"*/{minutes} * * * *") : "* * * * *";

        public override int? EveryMinutes => minutes;

        public override TimeOnly? At => null;

        private long Period => minutes * 60_000L;

        public override DateTimeOffset LatestAt(DateTimeOffset now) =>
            DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds() / Period * Period);

        public override DateTimeOffset NextAfter(DateTimeOffset instant) => LatestAt(instant).AddMilliseconds(Period);
    }

    private sealed record ByDay : JobSchedule
    {
        private readonly TimeOnly time;

        public ByDay(TimeOnly time, CatchUp catchUp)
            : base(catchUp) => this.time = time;

        // A slot whose run died or failed is taken up again soon, not only the next day.
        public override string Cron => "*/5 * * * *";

        public override int? EveryMinutes => null;

        public override TimeOnly? At => time;

        public override DateTimeOffset LatestAt(DateTimeOffset now)
        {
            var today = SlotOf(Lima.DayOf(now));
            return today <= now ? today : SlotOf(Lima.DayOf(now).AddDays(-1));
        }

        public override DateTimeOffset NextAfter(DateTimeOffset instant) => SlotOf(Lima.DayOf(LatestAt(instant)).AddDays(1));

        private DateTimeOffset SlotOf(DateOnly day) => Lima.StartOf(day) + time.ToTimeSpan();
    }
}
