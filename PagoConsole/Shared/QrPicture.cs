using System.Text;
using QRCoder;

namespace PagoConsole.Shared;

/// <summary>A QR code as a picture: black on white with a quiet zone in both themes, since readers at the counter need it so.</summary>
internal static class QrPicture
{
    /// <summary>An address of the picture that an image element takes.</summary>
    public static string Of(string payload)
    {
        using var data = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(code.GetGraphic(4)))}";
    }
}
