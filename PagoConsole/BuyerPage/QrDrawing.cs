using System.Text;
using QRCoder;

namespace PagoConsole.BuyerPage;

/// <summary>A QR code as one path of a drawing, a tenth of the bytes of a picture: runs of dark modules, row by row.</summary>
/// <param name="Size">Modules across, quiet zone included.</param>
/// <param name="Path">The dark ones.</param>
internal sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string payload)
    {
        using var data = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (data.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var begin = x;
                while (x < rows[y].Count && rows[y][x]) x++;
                if (x > begin) path.Append(null, $"M{begin} {y}h{x - begin}v1H{begin}z");
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }
}
