using System.Globalization;
using System.Text.Json;
using CsvHelper;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Csv;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Invoices;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Invoices;

/// <summary>The list of orders that cannot be invoiced as a CSV file: UTF-8 with its mark, and nothing in it that a spreadsheet would run.</summary>
internal static class InvoiceDownloads
{
    private static readonly string[] Header =
        ["order_id", "paid_at", "amount", "currency", "status", "invoice_type", "ruc", "business_name", "seller_id", "seller_ruc", "verdict", "faults"];

    private static readonly CsvWriterOptions Form = CsvWriterOptions.Default with { WriteByteOrderMark = true };

    public static void MapInvoiceDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet(ConsoleUrls.InvoicesCsvPath, CsvAsync).RequireAuthorization(nameof(Permission.SeeMoney)).ExcludeFromDescription();

    private static async Task CsvAsync(
        HttpContext context, ExportInvoiceGaps export, TimeProvider time, string? from, string? to, string? verdict, string? type, string? fault, string? seller)
    {
        var (viewer, ct) = (PersonClaims.ActorOf(context.User)!, context.RequestAborted);
        var asked = InvoiceQuery.Parse(from, to, verdict, type, fault, seller, null, time.GetUtcNow()).ToCore();
        var taken = await export.RunAsync(asked, viewer, ct);
        if (taken.Refusal is { } refusal)
        {
            context.Response.StatusCode = RefusalStatus.Of(refusal.Code);
            return;
        }

        Attach(context.Response, string.Create(CultureInfo.InvariantCulture, $"invoices-{asked.From:yyyy-MM-dd}-{asked.To:yyyy-MM-dd}.csv"));
        await using var csv = CsvWriter.Create(context.Response.Body, Form, leaveOpen: true);
        await csv.WriteRecordAsync(Header, ct);
        await foreach (var gap in taken.Value.Rows.WithCancellation(ct)) await csv.WriteRecordAsync(Harmless(Fields(gap)), ct);
    }

    internal static string?[] Harmless(string?[] fields) => Array.ConvertAll(fields, field => field is null ? null : HarmlessText.Of(field));

    private static string?[] Fields(InvoiceGap gap) =>
    [
        gap.OrderId, At(gap.PaidAt), gap.Amount.ToWire(), gap.Amount.Currency.Code, NameOf(gap.Status), NameOf(gap.Type), gap.Ruc, gap.BusinessName,
        gap.SellerId, gap.SellerRuc, NameOf(gap.Verdict), string.Join(' ', gap.Faults.Each().Select(NameOf)),
    ];

    // As the other files and the wire have them.
    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static void Attach(HttpResponse response, string fileName)
    {
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentType = "text/csv; charset=utf-8";
    }

    private static string At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Lima.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
