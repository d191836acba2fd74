using System.Globalization;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Register;
using PagoConsole.Core.Evidence.Aml.Reports;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Hosting;
using PagoConsole.MoneyDesk;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>What leaves the monitor as a file: the register of a month, the draft of a report.</summary>
internal static class AmlDownloads
{
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";

    public static IServiceCollection AddAmlWords(this IServiceCollection services) => services.AddSingleton<IAmlWords, AmlWorkbookWords>();

    public static void MapAmlDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet(ConsoleUrls.AmlRegisterExportPath, RegisterAsync).RequireAuthorization(nameof(Permission.SeeAml)).ExcludeFromDescription();
        app.MapGet($"{ConsoleUrls.AmlCasesPath}/{{caseId}}/report.xlsx", ReportAsync).RequireAuthorization(nameof(Permission.SeeAml)).ExcludeFromDescription();
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, ExportRegister export, string? month, string? form)
    {
        if (AmlMonth.Parse(month) is not { } asked) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var csv = form == "csv";
        return Give(context, await export.RunAsync(asked, csv, CultureInfo.CurrentUICulture.Name, PersonClaims.ActorOf(context.User)!, context.RequestAborted), csv ? CsvType : ExcelType);
    }

    private static async Task<IResult> ReportAsync(HttpContext context, DraftReport draft, string caseId) =>
        Give(context, await draft.ExportAsync(caseId, CultureInfo.CurrentUICulture.Name, PersonClaims.ActorOf(context.User)!, context.RequestAborted), ExcelType);

    private static IResult Give(HttpContext context, Result<AmlExport> done, string type)
    {
        if (done.Refusal is { } refusal) return Results.StatusCode(RefusalStatus.Of(refusal.Code));
        KeptFiles.Attach(context.Response, done.Value.FileName, null);
        return Results.Stream(done.Value.Content, type);
    }
}
