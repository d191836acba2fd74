using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Evidence.Aml.Register;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Evidence.Aml;

public sealed class SqliteAmlMonitorTests() : AmlMonitorTests(StorageProvider.Sqlite);

public sealed class PostgresAmlMonitorTests() : AmlMonitorTests(StorageProvider.Postgres);

/// <summary>What documents paid by month.</summary>
public abstract class AmlMonitorTests(StorageProvider provider) : AmlDesk(provider)
{
    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public async Task Each_payment_counts_once_under_its_document_and_month(int atOnce)
    {
        await PaidAsync("11111111", 100m);
        await PaidAsync("11111111", 50m, payments: 2);
        await CountAsync(atOnce);
        await PaidAsync("11111111", 20m, "USD");
        await PaidAsync("11111111", 7m, at: new DateTimeOffset(2026, 11, 1, 4, 59, 0, TimeSpan.Zero)); // still October in Lima
        await PaidAsync(null, 30m);
        await CountAsync(atOnce);
        await CountAsync(atOnce);

        var page = await MonitorAsync();

        var row = Assert.Single(page.Rows);
        Assert.Equal((3L, 4L, 200m, 20m), (row.Orders, row.Payments, row.Pen.Amount, row.Usd.Amount));
        Assert.Equal((1L, 5L, 230m, 1L), (page.Totals.Documents, page.Totals.Payments, page.Totals.Pen.Amount, page.Totals.WithoutDocument));
        Assert.Null(row.InUsd);
        Assert.Null(row.OverMonthly);
    }

    [Fact]
    public async Task What_was_seen_a_moment_ago_is_not_counted_yet_so_that_nothing_is_passed_over()
    {
        await PaidAsync("11111111", 100m);

        Assert.False(await Get<CountPayments>().RunAsync(Ct));
        Assert.Empty((await MonitorAsync()).Rows);
    }

    [Fact]
    public async Task Documents_come_by_what_they_are_worth_page_by_page()
    {
        await RateAsync(new DateOnly(2026, 11, 1), 4m);
        foreach (var n in Enumerable.Range(1, 55)) await PaidAsync($"{n:D8}", n * 10m, n % 2 == 0 ? "USD" : "PEN");
        await CountAsync();

        var first = await MonitorAsync();
        var second = await MonitorAsync(after: first.Next);

        List<MonitorRow> all = [.. first.Rows, .. second.Rows];
        Assert.Equal(55, all.Select(r => r.Document).Distinct().Count());
        Assert.Null(second.Next);
        Assert.Equal(all.Select(r => r.InUsd!.Value.Minor).OrderDescending(), all.Select(r => r.InUsd!.Value.Minor));
        Assert.Equal(540m, all[0].InUsd!.Value.Amount);
    }

    [Fact]
    public async Task Several_payments_just_under_the_threshold_stand_out_once_a_rate_was_entered()
    {
        foreach (var day in (int[])[18, 20, 22]) await PaidAsync("11111111", 36_000m, at: new DateTimeOffset(2026, 11, day, 17, 0, 0, TimeSpan.Zero));
        await PaidAsync("22222222", 36_000m);
        await CountAsync();
        Assert.Empty((await MonitorAsync(MonitorView.Near)).Rows);

        await RateAsync(new DateOnly(2026, 11, 1), 3.75m);

        var row = Assert.Single((await MonitorAsync(MonitorView.Near)).Rows);
        Assert.Equal((HashOf("11111111"), 3), (row.Document, row.Near.Single().Payments.Count));
        Assert.Empty((await MonitorAsync(MonitorView.OverMonthly)).Rows);
    }

    [Fact]
    public async Task Numbers_are_masked_for_everybody_and_the_monitor_is_shut_for_others()
    {
        await PaidAsync("45678912", 100m);
        await CountAsync();

        var name = (await MonitorAsync()).Rows[0].Name!;
        Assert.Equal(("DNI •••912", "A. Q."), (name.Document, name.Name));
        Assert.Equal(name, (await MonitorAsync(viewer: Auditor)).Rows[0].Name!);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AmlMonitor>().ReadAsync(new MonitorFilter(November), null, Analyst, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<EnterRates>().RunAsync([new RateEntry(new DateOnly(2026, 11, 1), 3.7m, "SBS")], Auditor, Ct)).Refusal!.Code);
        Assert.Equal(HashOf("45678912"), (await Get<FindDocument>().RunAsync("dni 45678912", Auditor, Ct)).Value);
        Assert.Equal(RefusalCode.NotFound, (await Get<FindDocument>().RunAsync("99999999", Auditor, Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task The_file_on_a_document_has_its_months_payments_and_whom_it_shares_a_phone_with()
    {
        await PaidAsync("11111111", 100m, phone: "987654321");
        await PaidAsync("11111111", 70m, at: new DateTimeOffset(2026, 10, 5, 17, 0, 0, TimeSpan.Zero));
        await PaidAsync("22222222", 90m, phone: "+51 987 654 321");
        await PaidAsync("33333333", 90m, phone: "911111111");
        await CountAsync();

        var file = (await Get<DocumentFile>().ReadAsync(HashOf("11111111"), Auditor, Ct)).Value;

        Assert.Equal([202611, 202610], file.Months.Select(m => m.Month.Number));
        Assert.Equal(2, file.Payments.Count);
        var linked = Assert.Single(file.Linked);
        Assert.Equal((HashOf("22222222"), "DNI •••222"), (linked.Document, linked.Name!.Document));
        Assert.Equal([IdentifierKind.Phone], linked.Shared);
    }

    [Fact]
    public async Task The_register_has_single_operations_and_those_that_reach_a_months_sum_and_leaves_as_a_file()
    {
        await RateAsync(new DateOnly(2026, 11, 1), 4m);
        await PaidAsync("11111111", 40_000m);
        foreach (var _ in Enumerable.Range(0, 8)) await PaidAsync("22222222", 7_000m, "USD");
        await PaidAsync("22222222", 900m, "USD");
        await PaidAsync("33333333", 39_999m);
        await CountAsync();

        var register = (await Get<AmlRegister>().ReadAsync(November, Auditor, Ct)).Value;
        var csv = (await Get<ExportRegister>().RunAsync(November, csv: true, "en", Auditor, Ct)).Value;
        var book = (await Get<ExportRegister>().RunAsync(November, csv: false, "zh-Hans", Lead, Ct)).Value;

        Assert.Equal((1, 8), (register.Entries.Count(e => e.Kind == RegisterKind.Single), register.Entries.Count(e => e.Kind == RegisterKind.Multiple)));
        using var reader = new StreamReader(csv.Content);
        var lines = (await reader.ReadToEndAsync(Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Length);
        Assert.Contains("DNI •••111", lines[1], StringComparison.Ordinal);
        Assert.Equal(("register-2026-11.csv", "register-2026-11.xlsx"), (csv.FileName, book.FileName));
        Assert.True(book.Content.Length > 1000);
        Assert.Equal(2, await ReadAsync(db => db.Set<Core.Journal.JournalEntry>().CountAsync(e => e.Kind == AmlEvents.RegisterTaken && e.OrderId == null, Ct)));
    }

    [Fact]
    public async Task Without_a_rate_the_register_says_how_much_it_cannot_judge()
    {
        await PaidAsync("11111111", 90_000m);
        await PaidAsync("22222222", 10_000m, "USD");
        await CountAsync();

        var register = (await Get<AmlRegister>().ReadAsync(November, Lead, Ct)).Value;

        Assert.Equal((1L, HashOf("22222222")), (register.NotJudged, Assert.Single(register.Entries).Document));
    }

    [Fact]
    public async Task Rates_are_entered_all_or_none_and_never_twice()
    {
        var good = RateEntry.Read("day,rate,source\n2026-11-01,3.7512,SBS\n2026-10-01,3.7,SBS\n"u8.ToArray());
        Assert.Equal(2, (await Get<EnterRates>().RunAsync(good.Entries, Lead, Ct)).Value);
        Assert.Equal(RefusalCode.NothingChanged, (await Get<EnterRates>().RunAsync(good.Entries, Lead, Ct)).Refusal!.Code);
        Assert.Equal("rate", (await Get<EnterRates>().RunAsync([good.Entries[0] with { PenPerUsd = 3.70m, Source = "BCRP" }, good.Entries[1] with { PenPerUsd = 0.1m }], Lead, Ct)).Refusal!.Field);

        Assert.Equal(2L, RateEntry.Read("day;rate;source\nyesterday;3.7;SBS\n"u8.ToArray()).BadLine);
        Assert.Equal([3.7512m, 3.7m], (await Get<RateBook>().ReadAsync(Auditor, Ct)).Value.Select(r => r.PenPerUsd));
    }
}
