using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>
/// A body that can be sent again, and that knows whether any of it has left. As long as it has not, a failed attempt certainly had no
/// effect, whatever the reason: no connection, or none in time.
/// </summary>
internal sealed class FrozenContent : HttpContent
{
    private FrozenContent(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    public bool Started { get; private set; }

    public static FrozenContent Json(string body) => new(Encoding.UTF8.GetBytes(body))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    public static FrozenContent Empty() => new([]);

    /// <summary>A new attempt begins.</summary>
    public void Rewind() => Started = false;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Started = true;
        return stream.WriteAsync(Bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return true;
    }
}
