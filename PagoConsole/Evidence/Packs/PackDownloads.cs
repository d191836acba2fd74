using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Hosting;
using PagoConsole.MoneyDesk;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Packs;

/// <summary>Packs as files for people, and the key that they are checked with, which is for everybody.</summary>
internal static class PackDownloads
{
    public const string ZipType = "application/zip";

    public static IServiceCollection AddPackPages(this IServiceCollection services) => services.AddSingleton<IPackPages, PackPages>();

    public static void MapPacks(this IEndpointRouteBuilder app)
    {
        app.MapGet(ConsoleUrls.PackPath, PackAsync).RequireAuthorization(nameof(Permission.SeeEvidence)).ExcludeFromDescription();
        app.MapGet(ConsoleUrls.KeyPath, KeyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>A pack as an answer; what is written is what was journalled.</summary>
    public static IResult Give(HttpResponse response, EvidencePack pack, CancellationToken ct)
    {
        KeptFiles.Attach(response, pack.FileName, null);
        return Results.Stream(to => pack.WriteAsync(to, ct), ZipType);
    }

    private static async Task<IResult> PackAsync(HttpContext context, MakePack make, PackTickets tickets, string? order, string? ticket)
    {
        var by = PersonClaims.ActorOf(context.User)!;
        var asked = ticket is null ? new PackRequest(order ?? "") : tickets.Take(ticket, by);
        if (asked is null) return Results.StatusCode(StatusCodes.Status404NotFound);
        var made = await make.RunAsync(asked, by, context.RequestAborted);
        return made.Refusal is { } refusal ? Results.StatusCode(RefusalStatus.Of(refusal.Code)) : Give(context.Response, made.Value, context.RequestAborted);
    }

    private static async Task<IResult> KeyAsync(HttpContext context, InstallationKey key, string? id)
    {
        var keys = await key.PublicKeysAsync(context.RequestAborted);
        if (keys.FirstOrDefault(known => id is null || known.KeyId == id) is not { } found) return Results.StatusCode(StatusCodes.Status404NotFound);
        KeptFiles.Attach(context.Response, $"pagoconsole-{found.KeyId}.pem", null);
        return Results.Text(found.Pem, "application/x-pem-file");
    }
}
