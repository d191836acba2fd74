using System.Net.Mime;
using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.MoneyDesk;

/// <summary>Gives a kept file to a browser. Nothing of it is shown by the browser itself: it is somebody else's file.</summary>
internal static class KeptFiles
{
    public static IResult Give(HttpResponse response, KeptFile file)
    {
        Attach(response, file.FileName, null);
        return Results.Bytes(file.Content, file.Type switch
        {
            ProofType.Pdf => MediaTypeNames.Application.Pdf,
            ProofType.Jpeg => MediaTypeNames.Image.Jpeg,
            ProofType.Png => MediaTypeNames.Image.Png,
        });
    }

    public static void Attach(HttpResponse response, string fileName, string? type)
    {
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (type is not null) response.ContentType = type;
    }
}
