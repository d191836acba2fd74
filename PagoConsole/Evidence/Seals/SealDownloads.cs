using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Hosting;
using PagoConsole.MoneyDesk;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Seals;

/// <summary>A day's seal as a ZIP, to be kept elsewhere.</summary>
internal static class SealDownloads
{
    public static void MapSealDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet($"{ConsoleUrls.SealsPath}/{{day}}/files", FilesAsync).RequireAuthorization(nameof(Permission.SeeSeals)).ExcludeFromDescription();

    private static async Task FilesAsync(HttpContext context, ExportSeal export, IStringLocalizer<SealsText> text, string day)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var sealedDay = await export.RunAsync(wanted, PersonClaims.ActorOf(context.User)!, context.RequestAborted);
        if (sealedDay.Refusal is { } refusal)
        {
            context.Response.StatusCode = RefusalStatus.Of(refusal.Code);
            return;
        }

        // A ZIP is partly written synchronously, which a response does not take; and so its length is known.
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await export.WriteAsync(sealedDay.Value, text["Export_Explained"].Value.ReplaceLineEndings("\n") + "\n", file, context.RequestAborted);
        file.Position = 0;
        KeptFiles.Attach(context.Response, $"seal-{day}.zip", "application/zip");
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
