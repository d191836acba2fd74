using Microsoft.Extensions.Options;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>
/// Plans when a day's report is asked for next, in the transaction that ends a report: after a whole one every morning until the day is settled,
/// after a pull that does not count soon again, and rarer the longer it goes on. From the third in vain on finance hears of it.
/// </summary>
internal sealed class PlanPull(IOptionsMonitor<ReconciliationOptions> options)
{
    private const int ToldAfter = 3;
    private const int LongestPauseMinutes = 60;

    public async Task ApplyAsync(WriteScope tx, Report report, Actor by, CancellationToken ct)
    {
        var day = await tx.DayAsync(report.Day, ct);
        day.Version++;
        if (report.State == ReportState.Whole)
        {
            (day.FailedPulls, day.NextPullAt) = (0, NextMorning(report.Day, tx.Now));
            await tx.ClearAlarmAsync(AlarmKind.ReportMissing, day.DayId, by, ct);
        }
        else if (report.Source == ReportSource.Pull)
        {
            day.FailedPulls++;
            day.NextPullAt = tx.Now.AddMinutes(Math.Min(LongestPauseMinutes, 5 << Math.Min(day.FailedPulls - 1, 4)));
            if (day.FailedPulls >= ToldAfter) await tx.AlarmAsync(AlarmKind.ReportMissing, day.DayId, by, ct, details: [$"{report.Fault}", report.FaultText ?? ""]);
        }
    }

    // Until the last business day on which money of the day may still be settled. A report of a day that goes on tells of a part of it: the
    // job asks for the rest when the day is over.
    private DateTimeOffset? NextMorning(DateOnly day, DateTimeOffset now)
    {
        var settings = options.CurrentValue;
        var next = Lima.DayOf(now).AddDays(1);
        return next <= day.AddDays(1) || next > BusinessDays.After(day, settings.SettlementDays, settings.Holidays) ? null : Lima.StartOf(next) + settings.PullAt.ToTimeSpan();
    }
}
