using System.Security.Cryptography;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>Takes a file in and hands it on in pieces of one size, hashing it on the way.</summary>
internal sealed class ChunkStream(Func<int, byte[], Task> keep) : Stream
{
    /// <summary>Bytes of a piece: a transaction of some milliseconds.</summary>
    public const int Size = 256 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream waiting = new(Size * 2);
    private int number;

    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Written;
        set => throw new NotSupportedException();
    }

    /// <summary>Hands on what is left, and gives the hash of all.</summary>
    public async Task<byte[]> EndAsync()
    {
        await HandOnAsync(atLeast: 1);
        return hash.GetHashAndReset();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        await HandOnAsync(Size);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // What is written without waiting is handed on with the next piece that is waited for.
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        waiting.Write(buffer);
        hash.AppendData(buffer);
        Written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }

    private async Task HandOnAsync(int atLeast)
    {
        if (waiting.Length < atLeast) return;
        var all = waiting.ToArray();
        waiting.SetLength(0);
        foreach (var piece in all.Chunk(Size)) await keep(number++, piece);
    }
}
