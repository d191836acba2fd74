using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Intake.Import;

public sealed class SqliteImportTwiceTests() : ImportTwiceTests(StorageProvider.Sqlite, files: 40);

public sealed class PostgresImportTwiceTests() : ImportTwiceTests(StorageProvider.Postgres, files: 8);

/// <summary>Random files with bad lines, orders that stand in them twice and shared payments, the first part of each imported before the whole.</summary>
public abstract class ImportTwiceTests(StorageProvider provider, int files) : ImportTest(provider)
{
    [Fact]
    public async Task Whatever_was_there_before_a_file_imported_twice_is_there_once()
    {
        var scripts = Gen.ListOf(Gen.Choose(0, 999)).Sample(files, new Rnd(20261123, 7), 60).ToList();
        for (var i = 0; i < scripts.Count; i++) await RunAsync(i, [.. scripts[i]]);
    }

    private async Task RunAsync(int file, List<int> script)
    {
        string[] lines = [HistoryFile.Header + ",payment_id,is_fraud", .. script.Select(number => LineOf(file, number))];
        var before = (await AllAsync<Order>()).Count;
        await ImportAsync(HistoryFile.Of([.. lines.Take(1 + script.Count / 2)]));
        var first = await ImportAsync(HistoryFile.Of(lines));
        var stored = await SnapshotAsync();

        var second = await ImportAsync(HistoryFile.Of(lines));

        var told = string.Join('\n', lines);
        Assert.True((await SnapshotAsync()).SequenceEqual(stored), told);

        // A line that was refused for its payment is there already where a later line brought its order without one.
        Assert.True(second.Taken == 0 && second.Refused.All(first.Refused.Contains), told);
        Assert.Equal(script.Count, second.Read);
        Assert.Equal(second.Read, second.AlreadyThere + second.RefusedCount);
        Assert.True((await AllAsync<Order>()).Count - before <= script.Count, told);
        Assert.Equal((await AllAsync<Order>()).Count, (await AllAsync<OrderContentRow>()).Count);
    }

    // Of a thousand numbers: a tenth are bad lines, orders repeat, and some share a payment.
    private static string LineOf(int file, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"F{file}-{number % 37}");
        var payment = number % 5 == 0 ? string.Create(CultureInfo.InvariantCulture, $"pay_{file}_{number % 11}") : "";
        return number % 10 == 3 ? $"{id},bad" : $"{HistoryFile.Line(id, amount: $"{number + 1}")},{payment},{(number % 3 == 0 ? "1" : "")}";
    }

    private async Task<List<string>> SnapshotAsync() =>
    [
        .. (await AllAsync<Order>()).Select(o => $"{o.OrderId} {o.AmountMinor} {o.Status} {o.Fraud} {o.PayToken} {o.Version}").Order(StringComparer.Ordinal),
        .. (await AllAsync<Payment>()).Select(p => $"{p.PaymentId} {p.OrderId}").Order(StringComparer.Ordinal),
        .. (await AllAsync<OrderIdentifier>()).Select(i => $"{i.Kind} {Convert.ToHexString(i.ValueHash)} {i.OrderId}").Order(StringComparer.Ordinal),
        .. (await AllAsync<OrderLabel>()).Select(l => $"{l.Id} {l.OrderId} {l.Fraud}"),
        .. (await AllAsync<MoneyMovement>()).Select(m => $"{m.PaymentId} {m.AmountMinor}"),
    ];
}
