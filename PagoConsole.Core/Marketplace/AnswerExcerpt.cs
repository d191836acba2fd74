using System.Text;

namespace PagoConsole.Core.Marketplace;

/// <summary>The beginning of an answer's body, as text that every database takes.</summary>
internal static class AnswerExcerpt
{
    public const int Longest = 500;

    /// <summary>Reads it; an answer whose body breaks off or does not end has been given all the same.</summary>
    public static async Task<string?> ReadAsync(HttpContent content, CancellationToken ct)
    {
        var bytes = new byte[Longest * 3];
        var read = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(ct);
            read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }

        return Text(bytes.AsSpan(0, read));
    }

    /// <summary>At most <see cref="Longest"/> characters, none of them a control sign or half of a pair.</summary>
    public static string? Text(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var cut = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        var shown = string.Concat(cut.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return shown.Length == 0 ? null : shown;
    }
}
