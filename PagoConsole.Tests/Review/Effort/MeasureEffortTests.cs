using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Effort;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review.Effort;

public sealed class SqliteMeasureEffortTests() : MeasureEffortTests(StorageProvider.Sqlite);

public sealed class PostgresMeasureEffortTests() : MeasureEffortTests(StorageProvider.Postgres);

/// <summary>What a case costs is measured from the hand, not from the wait.</summary>
public abstract class MeasureEffortTests(StorageProvider provider) : ReviewDesk(provider)
{
    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.Configure<ReviewOptions>(o => o.AnalystHoursPerDay = 12.5);
    }

    [Fact]
    public async Task Thirty_decisions_measure_the_mean_time_in_hand()
    {
        for (var i = 1; i < ReviewEffort.FewestDecisions; i++) await DecidedAsync(i % 2 == 0 ? 2 : 4);
        Assert.Equal(new ReviewEffort(ReviewEffort.Usual, 0, 12.5), await EffortAsync());

        await DecidedAsync(2);

        Assert.Equal(new ReviewEffort(TimeSpan.FromMinutes(3), 30, 12.5), await EffortAsync());
        Assert.False((await EffortAsync()).IsAssumed);

        Time.Advance(TimeSpan.FromDays(31));
        Assert.True((await EffortAsync()).IsAssumed);
    }

    [Fact]
    public async Task What_was_decided_without_opening_it_or_by_the_clock_is_left_out_and_taken_over_counts_anew()
    {
        var takenOver = await HeldAsync();
        await Get<ClaimCase>().RunAsync(takenOver, Ana, Ct);
        Time.Advance(TimeSpan.FromMinutes(5));
        await Get<TakeOverCase>().RunAsync(takenOver, Lucia, Ct);
        Time.Advance(TimeSpan.FromMinutes(1));
        await ApproveAsync(takenOver, Lucia);
        await ApproveAsync(await HeldAsync(), Ana);
        for (var i = 1; i < ReviewEffort.FewestDecisions; i++) await DecidedAsync(1);

        Assert.Equal(new ReviewEffort(TimeSpan.FromMinutes(1), 30, 12.5), await EffortAsync());
    }

    [Fact]
    public async Task Who_may_not_see_rules_is_refused() =>
        Assert.Equal(RefusalCode.NotAllowed, (await Get<MeasureEffort>().ReadAsync(Clock, Ct)).Refusal?.Code);

    [Fact]
    public void A_case_that_seems_to_take_hours_was_left_lying()
    {
        TimeSpan[] times = [.. Enumerable.Repeat(TimeSpan.FromMinutes(2), 29), TimeSpan.FromHours(7)];

        Assert.Equal(TimeSpan.FromSeconds(((29 * 2) + 30) * 60 / 30), ReviewEffort.Of(times, 0).PerCase);
        Assert.Null(ReviewEffort.Of(times, 0).HoursPerDay);
    }

    private async Task DecidedAsync(int minutes)
    {
        var held = await HeldAsync();
        Time.Advance(TimeSpan.FromMinutes(40)); // nobody has it in hand yet
        await Get<ClaimCase>().RunAsync(held, Ana, Ct);
        Time.Advance(TimeSpan.FromMinutes(minutes));
        await ApproveAsync(held, Ana);
    }

    private async Task<ReviewEffort> EffortAsync() => (await Get<MeasureEffort>().ReadAsync(Ana, Ct)).Value;
}
