namespace PagoConsole.Core.Foundation.Csv;

/// <summary>One line of a file.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">Without its end; cut where it is too long.</param>
/// <param name="TooLong">Whether more stood there than is kept.</param>
internal sealed record TextLine(long Number, string Text, bool TooLong);

/// <summary>Reads a text line by line; of one that has no end in sight no more is kept than the longest allowed.</summary>
internal sealed class TextLines(TextReader reader, int longest)
{
    private readonly char[] buffer = new char[64 * 1024];
    private readonly System.Text.StringBuilder begun = new();
    private int at;
    private int end;
    private long number;

    /// <summary>The next line, or null at the end.</summary>
    public TextLine? Next()
    {
        begun.Clear();
        var tooLong = false;
        var any = false;
        while (at < end || Fill())
        {
            any = true;
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOf('\n');
            var piece = stop < 0 ? rest : rest[..stop];
            at += stop < 0 ? rest.Length : stop + 1;
            tooLong |= begun.Length + piece.Length > longest;
            begun.Append(piece[..Math.Min(piece.Length, longest - begun.Length)]);
            if (stop >= 0) break;
        }

        if (!any) return null;
        if (begun.Length > 0 && begun[^1] == '\r') begun.Length--;
        return new TextLine(++number, begun.ToString(), tooLong);
    }

    private bool Fill()
    {
        (at, end) = (0, reader.Read(buffer, 0, buffer.Length));
        return end > 0;
    }
}
