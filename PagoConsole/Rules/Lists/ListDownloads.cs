using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.MoneyDesk;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Lists;

/// <summary>What leaves the lists as a file: the entries of a filter as CSV.</summary>
internal static class ListDownloads
{
    public static void MapListDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet(ConsoleUrls.ListsCsvPath, CsvAsync).RequireAuthorization(nameof(Permission.SeeRules)).ExcludeFromDescription();

    private static async Task CsvAsync(
        HttpContext context, ExportList export, TimeProvider time, string? q, string? effect, string? kind, string? ended, string? owner, string? ends, string? reason)
    {
        KeptFiles.Attach(context.Response, $"lists-{Lima.DayOf(time.GetUtcNow()):yyyy-MM-dd}.csv", "text/csv; charset=utf-8");
        await export.RunAsync(
            ListsFilter.Parse(q, effect, kind, ended, owner, ends).ToCore(), context.Response.Body, PersonClaims.ActorOf(context.User)!, context.RequestAborted, reason);
    }
}
