using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Hosting.Commands;

/// <summary>Tells what a run came to, as text or as JSON.</summary>
internal static class ReconcileOutput
{
    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Json(Reconciled run) => JsonSerializer.Serialize(
        new
        {
            Date = run.Day,
            run.Orders,
            run.ReportRows,
            run.Matched,
            Differences = run.Differences.OrderBy(found => found.Key).ToDictionary(found => JsonNamingPolicy.SnakeCaseLower.ConvertName(found.Key.ToString()), found => found.Value),
            Totals = run.Totals.ToDictionary(
                total => total.Currency.Code,
                total => new { Orders = Of(total.OrdersMinor, total.Currency), Report = Of(total.ReportMinor, total.Currency), Net = Of(total.NetMinor, total.Currency) }),
        },
        Written);

    /// <summary>There was no whole report.</summary>
    public static string Json(DateOnly day, Report report) =>
        JsonSerializer.Serialize(new { Date = day, Error = new { Fault = report.Fault.ToString(), Line = report.FaultLine, Text = report.FaultText } }, Written);

    public static async Task TellAsync(TextWriter where, Reconciled run)
    {
        await where.WriteLineAsync(FormattableString.Invariant(
            $"{run.Day:yyyy-MM-dd}: {run.Orders} orders paid, {run.ReportRows} lines of the report, {run.Matched} orders agree, {run.Differences.Values.Sum()} differences."));
        await where.WriteLineAsync($"Report {run.Report.ReportId}, SHA-256 {Convert.ToHexStringLower(run.Report.Sha256)}");
        var money = new TextTable("currency", "orders", "report", "refunds", "fee", "tax", "net") { NumbersFrom = 1 };
        foreach (var t in run.Totals)
            money.Add([t.Currency.Code, .. new[] { t.OrdersMinor, t.ReportMinor, t.RefundMinor, t.FeeMinor, t.FeeTaxMinor, t.NetMinor }.Select(minor => new Money(minor, t.Currency).ToWire())]);
        await where.WriteLineAsync();
        await money.WriteAsync(where);
        if (run.Differences.Count == 0) return;
        var kinds = new TextTable("difference", "found") { NumbersFrom = 1 };
        foreach (var (kind, count) in run.Differences.OrderBy(found => found.Key))
            kinds.Add(JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()), count.ToString(CultureInfo.InvariantCulture));
        await where.WriteLineAsync();
        await kinds.WriteAsync(where);
    }

    private static decimal Of(long minor, Currency currency) => new Money(minor, currency).Amount;
}
