using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Reconciliation.Reports;

public sealed class TakeInTestsOnSqlite() : TakeInTests(StorageProvider.Sqlite);

public sealed class TakeInTestsOnPostgres() : TakeInTests(StorageProvider.Postgres);

/// <summary>A report counts whole or not at all, and is kept byte for byte either way.</summary>
public abstract class TakeInTests(StorageProvider provider) : ReconciliationTest(provider)
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public async Task A_long_report_is_kept_byte_for_byte_and_read_back_row_by_row()
    {
        var csv = Lines(9000).Replace("\n", "\r\n", StringComparison.Ordinal);
        var report = await TakeInAsync(Day, csv, said: 9000);

        Assert.Equal((ReportState.Whole, 9000), (report.State, report.Rows));
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(csv)), report.Sha256);
        using var back = new MemoryStream();
        await Get<StoredReport>().CopyToAsync(report.ReportId, back, Ct);
        Assert.Equal(csv, Encoding.UTF8.GetString(back.ToArray()));
        var rows = await Get<StoredReport>().RowsAsync(report.ReportId, Ct).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(1, 9000).Select(n => ((long)n, $"pay_{n}")), rows.Select(row => (row.Number, row.PaymentId)));
    }

    [Fact]
    public async Task A_first_line_alone_is_a_whole_empty_day()
    {
        var report = await TakeInAsync(Day, ReportColumns.Header + "\n", said: 0);

        Assert.Equal((ReportState.Whole, 0), (report.State, report.Rows));
        Assert.Equal(0, (await Get<ReconcileDay>().RunAsync(Day, Job, Ct)).Value.ReportRows);
    }

    [Theory]
    [InlineData(10, 11, null, ReportFault.CountDiffers, null)]
    [InlineData(10, 9, null, ReportFault.CountDiffers, null)]
    [InlineData(-1, 0, null, ReportFault.Empty, null)]
    [InlineData(-1, null, "<html>Service unavailable</html>", ReportFault.Header, 1L)]
    [InlineData(3, null, "pay_x,MP-x,1,paid,PEN,abc,0,0,0,,,,,", ReportFault.Line, 5L)]
    [InlineData(3, null, "pay_x,MP-x,1,paid,PEN,10.00,0.35", ReportFault.Line, 5L)]
    public async Task A_report_that_is_short_or_cannot_be_read_never_counts(int rows, int? said, string? end, ReportFault fault, long? line)
    {
        var report = await TakeInAsync(Day, (rows < 0 ? "" : Lines(rows)) + end, said);

        Assert.Equal((ReportState.Broken, fault, line), (report.State, report.Fault, report.FaultLine));
        Assert.Equal(RefusalCode.NoWholeReport, (await Get<ReconcileDay>().RunAsync(Day, Job, Ct)).Refusal?.Code);
    }

    [Theory]
    [InlineData(true, ReportState.Whole)]
    [InlineData(false, ReportState.Broken)]
    public async Task A_file_of_another_day_counts_only_where_that_is_meant(bool meant, ReportState state)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Lines(3)));
        var report = (await Get<TakeInReport>().RunAsync(new NewReport(Day.AddDays(1), ReportSource.Upload, null, "report.csv", meant), bytes, Job, Ct)).Value;

        Assert.Equal((state, meant ? null : ReportFault.OtherDay), (report.State, report.Fault));
    }

    [Fact]
    public async Task One_that_is_cut_off_is_kept_and_the_whole_one_before_it_still_counts()
    {
        var whole = await TakeInAsync(Day, Lines(5));
        using var cut = new CutOff(Encoding.UTF8.GetBytes(Lines(8000)), at: 400_000);
        var report = (await Get<TakeInReport>().RunAsync(new NewReport(Day, ReportSource.Pull, 8000), cut, Job, Ct)).Value;

        Assert.Equal((ReportState.Broken, ReportFault.CutOff), (report.State, report.Fault));
        Assert.Equal(whole.ReportId, (await Get<ReconcileDay>().RunAsync(Day, Job, Ct)).Value.Report.ReportId);
    }

    [Fact]
    public async Task The_same_bytes_are_not_kept_twice()
    {
        var first = await TakeInAsync(Day, Lines(5));
        Time.Advance(TimeSpan.FromDays(1));
        var again = await TakeInAsync(Day, Lines(5));

        Assert.Equal((first.ReportId, Time.GetUtcNow()), (again.ReportId, again.SeenAgainAt!.Value));
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        Assert.Equal((1, 1), (await db.Set<Report>().CountAsync(Ct), await db.Set<ReportChunk>().CountAsync(Ct)));
    }

    private static string Lines(int rows) => ReportColumns.Header + "\n" + string.Concat(Enumerable.Range(1, rows).Select(n =>
        $"pay_{n},MP-{n},{n:D11},paid,PEN,100.00,3.50,0.63,95.87,AGENTE-BCP,2026-11-20T10:15:00-05:00,2026-11-24,tx_{n},\n"));

    private sealed class CutOff(byte[] bytes, int at) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= at ? throw new IOException("The connection was reset.") : base.ReadAsync(buffer[..Math.Min(buffer.Length, at - (int)Position)], cancellationToken);
    }
}
