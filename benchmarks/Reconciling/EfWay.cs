using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Reconciling;

/// <summary>The way that comes to mind first: the day's orders as tracked entities, the CSV as a list, LINQ; the differences are written with EF.</summary>
internal static class EfWay
{
    public static async Task<int> RunAsync(string folder)
    {
        await using var services = BigDay.Services(folder);
        await using var db = await services.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContextAsync();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var (from, to) = (Lima.StartOf(BigDay.Day), Lima.StartOf(BigDay.Day.AddDays(1)));
        var orders = await db.Set<Payment>().Where(p => p.PaidAt >= from && p.PaidAt < to)
            .Join(db.Set<Order>(), p => p.OrderId, o => o.OrderId, (p, o) => new { Payment = p, Order = o }).ToDictionaryAsync(pair => pair.Payment.PaymentId);
        var lines = File.ReadLines(Path.Combine(folder, BigDay.Csv)).Skip(1).Select(line => (Text: line, Fields: line.Split(','))).ToList();
        var rows = lines.ToLookup(line => line.Fields[0]);
        var found = orders.Values.Where(pair => !rows.Contains(pair.Payment.PaymentId)).Select(pair => $"missing_in_report {pair.Payment.PaymentId}")
            .Concat(rows.Where(row => !orders.ContainsKey(row.Key)).Select(row => $"missing_locally {row.Key}"))
            .Concat(rows.Where(row => row.Count() > 1).Select(row => $"duplicate_line {row.Key}"))
            .Concat(rows.Where(row => orders.TryGetValue(row.Key, out var pair)
                && decimal.Parse(row.First().Fields[5], CultureInfo.InvariantCulture) != pair.Order.Amount.Amount).Select(row => $"amount_mismatch {row.Key}"))
            .ToList();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE ef_differences (what TEXT)");
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var what in found) await db.Database.ExecuteSqlAsync($"INSERT INTO ef_differences VALUES ({what})");
        await transaction.CommitAsync();
        return found.Count;
    }
}
