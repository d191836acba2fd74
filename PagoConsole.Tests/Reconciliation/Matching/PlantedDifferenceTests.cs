using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Reconciliation.Matching;

public sealed class PlantedDifferenceTestsOnSqlite() : PlantedDifferenceTests(StorageProvider.Sqlite);

public sealed class PlantedDifferenceTestsOnPostgres() : PlantedDifferenceTests(StorageProvider.Postgres);

/// <summary>Days by chance, with differences planted in them: all of them are found, and none is invented.</summary>
public abstract class PlantedDifferenceTests(StorageProvider provider) : ReconciliationTest(provider)
{
    [Fact]
    public async Task What_was_planted_is_found_and_nothing_else()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var day = new PlantedDay(new DateOnly(2026, 3, 2).AddDays(seed * 7), seed, orders: 10 + (seed * 30));
            await ImportAsync(day.Orders);

            var found = await ReconcileAsync(day.Day, day.Csv(seed));

            Assert.Equal(day.Expected.OrderBy(e => e.Key), found.Differences.OrderBy(e => e.Key));
            Assert.Equal((day.Paid, day.Rows, day.Matched), (found.Orders, found.ReportRows, found.Matched));
            Assert.Equal(day.Expected.Values.Sum(), (await DifferencesAsync(day.Day)).Count);
        }
    }

    [Fact]
    public async Task The_order_of_the_lines_does_not_matter_and_a_second_run_finds_the_same()
    {
        var day = new PlantedDay(new DateOnly(2026, 3, 2), seed: 5, orders: 200);
        await ImportAsync(day.Orders);
        await ReconcileAsync(day.Day, day.Csv(1));
        var first = await DifferencesAsync(day.Day);

        Assert.Equal(RefusalCode.NoWholeReport, (await Get<ReconcileDay>().RunAsync(day.Day.AddDays(1), Job, Ct)).Refusal?.Code);
        Time.Advance(TimeSpan.FromHours(1));
        await ReconcileAsync(day.Day, day.Csv(2));
        var second = await DifferencesAsync(day.Day);

        Assert.Equal(first.ConvertAll(What), second.ConvertAll(What));
        Assert.Equal(first.ConvertAll(d => d.DifferenceId), second.ConvertAll(d => d.DifferenceId));
    }

    [Fact]
    public async Task What_a_later_report_no_longer_shows_has_mended_itself_and_opens_again_when_it_returns()
    {
        var day = new PlantedDay(new DateOnly(2026, 3, 2), seed: 7, orders: 60);
        await ImportAsync(day.Orders);
        var whole = day.Csv(1);
        await ReconcileAsync(day.Day, whole);
        var planted = (await DifferencesAsync(day.Day)).FindAll(d => d.Kind == DifferenceKind.MissingLocally);
        Assert.NotEmpty(planted);

        await ReconcileAsync(day.Day, string.Join('\n', whole.Split('\n').Where(line => planted.TrueForAll(d => !line.StartsWith(d.PaymentId + ",", StringComparison.Ordinal)))));
        Assert.All((await DifferencesAsync(day.Day)).FindAll(d => d.Kind == DifferenceKind.MissingLocally), d =>
            Assert.Equal((DifferenceState.Corrected, Mending.ReportCaughtUp), (d.State, d.Mended)));

        Time.Advance(TimeSpan.FromHours(1));
        await ReconcileAsync(day.Day, whole);
        Assert.All((await DifferencesAsync(day.Day)).FindAll(d => d.Kind == DifferenceKind.MissingLocally), d =>
            Assert.Equal((DifferenceState.Open, null), (d.State, d.Mended)));
    }

    private static string What(Difference d) => $"{d.Kind} {d.Fact} {d.AtStake} {d.Here} {d.There} {d.State}";
}
