using System.Text;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>A day's report, read as it arrives. Dispose it when done, read to the end or not.</summary>
public sealed class ReportStream : IAsyncDisposable
{
    private readonly HttpResponseMessage response;

    internal ReportStream(HttpResponseMessage response, Stream content, long? rowCount)
    {
        this.response = response;
        Content = content;
        RowCount = rowCount;
    }

    /// <summary>The CSV, as it came. A read that waits too long for the next byte throws <see cref="TimeoutException"/>.</summary>
    public Stream Content { get; }

    /// <summary>How many rows there are besides the header line, as PagoEfectivo says; null if it does not say.</summary>
    public long? RowCount { get; }

    /// <summary>Reads the CSV as text; the reader leaves this report open.</summary>
    public TextReader OpenText() => new StreamReader(Content, Encoding.UTF8, leaveOpen: true);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        response.Dispose();
    }
}
