using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Hosting;
using PagoConsole.MoneyDesk;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>What is attached to a difference, as a file.</summary>
internal static class AttachmentDownload
{
    public static void MapAttachments(this IEndpointRouteBuilder app) =>
        app.MapGet($"{ConsoleUrls.AttachmentPath}/{{attachmentId}}", TakeAsync).RequireAuthorization(nameof(Permission.SeeMoney)).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpContext context, TakeAttachment take, string attachmentId)
    {
        var taken = await take.RunAsync(attachmentId, PersonClaims.ActorOf(context.User)!, context.RequestAborted);
        return taken.Refusal is { } refusal ? Results.StatusCode(RefusalStatus.Of(refusal.Code)) : KeptFiles.Give(context.Response, taken.Value);
    }
}
