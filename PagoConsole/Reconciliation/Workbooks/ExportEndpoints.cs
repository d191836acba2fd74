using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Hosting;
using PagoConsole.Reconciliation.Settlements;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>What leaves reconciliation as a file: a small export at once, a large one from where it is kept once it is made.</summary>
internal static class ExportEndpoints
{
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";

    public static IServiceCollection AddWorkbookWords(this IServiceCollection services) =>
        services.AddSingleton<IWorkbookWords, WorkbookWords>().AddSingleton<IWorkbookLinks, WorkbookLinks>();

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet(ConsoleUrls.ReconciliationExportPath, ExportAsync).RequireAuthorization(nameof(Permission.SeeMoney)).ExcludeFromDescription();
        app.MapGet(ConsoleUrls.SettlementExportPath, SettlementAsync).RequireAuthorization(nameof(Permission.SeeMoney)).ExcludeFromDescription();
        app.MapGet($"{ConsoleUrls.ExportsPath}/{{workbookId}}/file", FileAsync).RequireAuthorization(nameof(Permission.SeeMoney)).ExcludeFromDescription();
    }

    private static async Task<IResult> ExportAsync(HttpContext context, ExportWorkbook export)
    {
        var query = context.Request.Query;
        var language = ConsoleCultures.For(query["lang"]) ?? CultureInfo.CurrentUICulture;
        var by = PersonClaims.ActorOf(context.User)!;
        if (ExportQuery.Read(name => query[name], language.Name, by.Signature) is not { } request) return AskAgain(query);
        var done = await export.RunAsync(request, by, context.RequestAborted);
        if (done.Refusal is { Code: RefusalCode.Invalid }) return AskAgain(query);
        if (done.Refusal is { } refusal) return Results.StatusCode(RefusalStatus.Of(refusal.Code));
        if (done.Value.Content is not { } content) return Results.LocalRedirect(ConsoleUrls.Exports());
        Attach(context.Response, done.Value.FileName);
        return Results.Stream(content, TypeOf(request.Form));
    }

    private static async Task<IResult> SettlementAsync(HttpContext context, ExportSettlement export, TimeProvider time, string? from, string? to, string? currency)
    {
        var asked = SettlementQuery.Parse(from, to, currency, time.GetUtcNow()).ToCore();
        var done = await export.RunAsync(asked, CultureInfo.CurrentUICulture.Name, PersonClaims.ActorOf(context.User)!, context.RequestAborted);
        if (done.Refusal is { } refusal) return Results.StatusCode(RefusalStatus.Of(refusal.Code));
        Attach(context.Response, done.Value.FileName);
        return Results.Stream(done.Value.Content!, ExcelType);
    }

    // A person asked by a form: they find their days in it again, with what is wrong.
    private static IResult AskAgain(IQueryCollection query) => Results.LocalRedirect(ConsoleUrls.ExportsAgain(query[ExportQuery.From], query[ExportQuery.To]));

    private static async Task<IResult> FileAsync(HttpContext context, TakeWorkbook take, string workbookId)
    {
        var taken = await take.RunAsync(workbookId, PersonClaims.ActorOf(context.User)!, context.RequestAborted);
        if (taken.Refusal is { } refusal) return Results.StatusCode(RefusalStatus.Of(refusal.Code));
        Attach(context.Response, taken.Value.FileName);
        context.Response.ContentLength = taken.Value.Bytes;
        return Results.Stream(to => take.CopyAsync(taken.Value, to, context.RequestAborted), TypeOf(taken.Value.Form));
    }

    private static string TypeOf(WorkbookForm form) => form switch
    {
        WorkbookForm.Workbook => ExcelType,
        WorkbookForm.LinesCsv or WorkbookForm.DifferencesCsv => CsvType,
    };

    private static void Attach(HttpResponse response, string fileName)
    {
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\""; // made by us of ASCII letters
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
