using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Hosting;
using PagoConsole.MoneyDesk;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>The files of disputes: somebody else's, so that a browser only keeps them and shows none.</summary>
internal static class DisputeFiles
{
    public static void MapDisputeFiles(this IEndpointRouteBuilder app) =>
        app.MapGet($"{ConsoleUrls.DisputeFilePath}/{{fileId}}", TakeAsync).RequireAuthorization(nameof(Permission.SeeDisputes)).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpContext context, TakeDisputeFile take, string fileId)
    {
        var taken = await take.RunAsync(fileId, PersonClaims.ActorOf(context.User)!, context.RequestAborted);
        return taken.Refusal is { } refusal ? Results.StatusCode(RefusalStatus.Of(refusal.Code)) : KeptFiles.Give(context.Response, taken.Value);
    }
}
