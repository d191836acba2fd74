using System.Globalization;
using System.Text;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Csv;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.People;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>What leaves the desk as a file: the cases of a filter as CSV, and proofs of payouts.</summary>
internal static class MoneyDownloads
{
    public static void MapMoneyDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet(ConsoleUrls.MoneyCsvPath, CsvAsync).RequireAuthorization(nameof(Permission.SeeMoney)).ExcludeFromDescription();
        app.MapGet($"{ConsoleUrls.MoneyProofPath}/{{proofId}}", ProofAsync).RequireAuthorization(nameof(Permission.SeeMoney)).ExcludeFromDescription();
    }

    private static async Task CsvAsync(HttpContext context, ExportMoneyCases export, TimeProvider time, string? view, string? kind, string? age, string? q)
    {
        var viewer = PersonClaims.ActorOf(context.User)!;
        var now = time.GetUtcNow();
        var taken = await export.RunAsync(DeskFilter.Parse(view, kind, age, q, null).ToCore(), viewer, context.RequestAborted);
        if (taken.Refusal is { } refusal)
        {
            context.Response.StatusCode = RefusalStatus.Of(refusal.Code);
            return;
        }

        KeptFiles.Attach(context.Response, $"money-{Lima.DayOf(now):yyyy-MM-dd}.csv", "text/csv; charset=utf-8");
        await using var csv = new StreamWriter(context.Response.Body, new UTF8Encoding(true), leaveOpen: true);
        await csv.WriteAsync(CsvLine("case_id", "kind", "order_id", "order_status", "payment_id", "transaction_id", "amount", "currency", "state", "opened_at", "days", "first_choice", "first_by", "choice", "decided_by", "settled_at"));
        await foreach (var row in taken.Value.Rows.WithCancellation(context.RequestAborted))
        {
            await csv.WriteAsync(CsvLine(
                row.CaseId, row.Kind.ToString(), row.OrderId, row.OrderStatus.ToString(), row.PaymentId, row.TransactionId, row.Amount.ToWire(), row.Amount.Currency.Code,
                row.State.ToString(), At(row.OpenedAt), MoneyAges.DaysSince(row.OpenedAt, row.SettledAt ?? now).ToString(CultureInfo.InvariantCulture),
                row.FirstChoice?.ToString(), row.FirstBy, row.Choice?.ToString(), row.DecidedBy, row.SettledAt is { } settled ? At(settled) : null));
        }
    }

    private static async Task<IResult> ProofAsync(HttpContext context, TakeProof take, string proofId)
    {
        var taken = await take.RunAsync(proofId, PersonClaims.ActorOf(context.User)!, context.RequestAborted);
        return taken.Refusal is { } refusal ? Results.StatusCode(RefusalStatus.Of(refusal.Code)) : KeptFiles.Give(context.Response, taken.Value);
    }

    private static string At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Lima.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal static string CsvLine(params string?[] fields) => $"{string.Join(',', fields.Select(Field))}\r\n";

    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = HarmlessText.Of(text);
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
