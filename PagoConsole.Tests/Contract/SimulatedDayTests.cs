using PagoConsole.Benchmarks.Day;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>
/// Four hours of trade in half a minute, with all that goes wrong in a day: afterwards the books of both sides agree. The whole day is a
/// command of the benchmarks.
/// </summary>
public sealed class SimulatedDayTests
{
    [Fact]
    public async Task After_a_day_of_mishaps_the_books_of_both_sides_agree()
    {
        var plan = new DayPlan
        {
            Orders = 200,
            Trade = TimeSpan.FromHours(4),
            VoucherHours = 2,
            Speed = 600,
            NightSpeed = 7200,
            Kills = [TimeSpan.FromHours(1), TimeSpan.FromHours(2.2), TimeSpan.FromHours(3.2)],
            OutageAt = TimeSpan.FromHours(2.4),
            Outage = TimeSpan.FromMinutes(30),
            Slack = TimeSpan.FromHours(4), // 24 s: what matters here is that it is freed at all
        };

        var report = await new SimulatedDay(plan, ConsoleProcess.Program(), TestContext.Current.SendDiagnosticMessage).RunAsync(TestContext.Current.CancellationToken);

        Assert.Empty(report.Faults);
        Assert.All(["Paid", "Expired", "Cancelled", "Rejected"], state => Assert.True(report.Figures.ContainsKey(state), $"No order is {state}."));
    }
}
