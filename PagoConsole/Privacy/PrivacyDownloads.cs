using CsvHelper;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Csv;
using PagoConsole.MoneyDesk;
using PagoConsole.Shared;

namespace PagoConsole.Privacy;

/// <summary>The inventory of personal data as CSV, in the reader's language.</summary>
internal static class PrivacyDownloads
{
    private static readonly string[] Columns = ["Field", "Kind", "Subject", "Purpose", "Mask", "Access", "Roles", "Term"];
    private static readonly CsvWriterOptions Form = CsvWriterOptions.Default with { WriteByteOrderMark = true };

    public static void MapPrivacyDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet(ConsoleUrls.PersonalDataCsvPath, InventoryAsync).RequireAuthorization(nameof(Permission.SeeAudit)).ExcludeFromDescription();

    private static async Task InventoryAsync(HttpContext context, InventoryWords words, Microsoft.Extensions.Localization.IStringLocalizer<PrivacyText> text)
    {
        KeptFiles.Attach(context.Response, "personal-data-inventory.csv", "text/csv; charset=utf-8");
        await using var csv = CsvWriter.Create(context.Response.Body, Form, leaveOpen: true);
        await csv.WriteRecordAsync(Array.ConvertAll(Columns, column => text[$"Column_{column}"].Value), context.RequestAborted);
        foreach (var field in PersonalInventory.Fields) await csv.WriteRecordAsync(Array.ConvertAll(Fields(field, words), HarmlessText.Of), context.RequestAborted);
    }

    private static string[] Fields(PersonalField field, InventoryWords words) =>
    [
        field.Name, words.KindOf(field), words.SubjectOf(field), words.PurposeOf(field), words.MaskOf(field), words.AccessOf(field), words.RolesOf(field), words.TermOf(field),
    ];
}
