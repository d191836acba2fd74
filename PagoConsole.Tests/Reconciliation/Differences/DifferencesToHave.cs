using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Reconciliation.Differences;

/// <summary>Differences and days as a run leaves them, put in without one.</summary>
internal static class DifferencesToHave
{
    public static readonly DateOnly Day = new(2026, 11, 21);
    private static int made;

    public static Actor Fina { get; } = Of("fina", Permission.SeeOrders, Permission.SeeMoney, Permission.DecideMoney, Permission.Reconcile);

    public static Actor Fito { get; } = Of("fito", Permission.SeeOrders, Permission.SeeMoney, Permission.DecideMoney, Permission.Reconcile);

    public static Actor Auditor { get; } = Of("audit", Permission.SeeOrders, Permission.SeeMoney);

    public static Actor Run { get; } = Actor.Job("reconciliation");

    public static Difference New(
        DateTimeOffset now, DifferenceKind kind = DifferenceKind.AmountMismatch, decimal atStake = 20m, string currency = "PEN", string? orderId = null, string? paymentId = null,
        string? transactionId = null, string? here = "120.00", string? there = "100.00", DateOnly? day = null)
    {
        var n = Interlocked.Increment(ref made);
        return new Difference
        {
            DifferenceId = $"dif_{n:D6}",
            Day = day ?? Day,
            Kind = kind,
            Fact = $"{paymentId}|{orderId}|{n:D6}",
            OrderId = orderId,
            PaymentId = paymentId,
            TransactionId = transactionId,
            Currency = new Currency(currency),
            AtStakeMinor = (long)(atStake * 100),
            Here = here,
            There = there,
            RowNumber = n,
            Records = """{"order":{"orderId":"T-1","status":"Paid","amount":"120.00","currency":"PEN"},"payment":{"status":"Paid"},"received":[{"amount":"120.00","currency":"PEN"}],"row":{"status":"Paid","amount":"100.00","currency":"PEN"}}""",
            LastRunId = "rec_1",
            FoundAt = now,
            SeenAt = now,
        };
    }

    /// <summary>Keeps differences, and lets what follows from them follow, as a run does.</summary>
    public static Task FindAsync(Writes writes, DifferenceFollowUp follow, params Difference[] found) => writes.DoAsync(
        async tx =>
        {
            tx.Db.AddRange(found);
            await follow.FoundAsync(tx, found, Run, TestContext.Current.CancellationToken);
        },
        TestContext.Current.CancellationToken);

    /// <summary>A day that was matched against a whole report.</summary>
    public static Task MatchAsync(Writes writes, DateOnly day) => writes.DoAsync(
        tx =>
        {
            var report = new Report
            {
                ReportId = $"rep_{day:yyyyMMdd}",
                Day = day,
                Source = ReportSource.Pull,
                BroughtBy = Run.Signature,
                ArrivedAt = tx.Now,
                State = ReportState.Whole,
                Rows = 2,
                RowsSaid = 2,
                Bytes = 300,
                Sha256 = new byte[32],
            };
            tx.Db.Add(report);
            tx.Db.Add(new ReconciledDay
            {
                DayId = ReconciledDay.IdOf(day),
                Day = day,
                State = DayState.Matched,
                ReportId = report.ReportId,
                RunId = "rec_1",
                RanAt = tx.Now,
                Orders = 2,
                ReportRows = 2,
                Matched = 1,
                Found = 1,
            });
            tx.Db.Add(new DayTotal
            {
                Day = day,
                Currency = Currency.Pen,
                Orders = 2,
                OrdersMinor = 24000,
                ReceivedMinor = 24000,
                Rows = 2,
                ReportMinor = 22000,
                FeeMinor = 600,
                FeeTaxMinor = 108,
                NetMinor = 21292,
            });
            tx.Journal(ReconciledDay.StreamOf(day), "day.reconciled", Run, new { runId = "rec_1" });
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    private static Actor Of(string name, params Permission[] may) => new(ActorKind.Person, name, name, may.ToHashSet());
}
