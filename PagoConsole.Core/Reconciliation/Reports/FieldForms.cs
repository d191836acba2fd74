using System.Buffers.Text;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>The forms that fields of a report have, read from their bytes.</summary>
internal static class FieldForms
{
    private const long LargestUnits = 1_000_000_000;

    /// <summary>A plain decimal with at most two decimals, such as <c>1299.90</c>, in hundredths.</summary>
    public static bool TryAmount(ReadOnlySpan<byte> text, out long minor)
    {
        minor = 0;
        var negative = text is [(byte)'-', ..];
        if (negative) text = text[1..];
        if (!Utf8Parser.TryParse(text, out ulong units, out var read) || units > LargestUnits || text[0] == (byte)'+') return false;
        var hundredths = 0;
        switch (text[read..])
        {
            case []:
                break;
            case [(byte)'.', >= (byte)'0' and <= (byte)'9' and var tens]:
                hundredths = (tens - '0') * 10;
                break;
            case [(byte)'.', >= (byte)'0' and <= (byte)'9' and var tens, >= (byte)'0' and <= (byte)'9' and var ones]:
                hundredths = (tens - '0') * 10 + ones - '0';
                break;
            default:
                return false;
        }

        minor = (long)units * 100 + hundredths;
        if (negative) minor = -minor;
        return true;
    }

    /// <summary>A day such as <c>2026-11-22</c>.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _]) return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var date)) return false;
        if (year < 1970 || year > 9000 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    /// <summary>An instant of RFC 3339, with its offset.</summary>
    public static bool TryInstant(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < 20 || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != (byte)':' || text[16] != (byte)':') return false;
        if (!TryDay(text[..10], out var day) || !TryDigits(text[11..13], out var hour) || !TryDigits(text[14..16], out var minute)
            || !TryDigits(text[17..19], out var second) || hour > 23 || minute > 59 || second > 59) return false;
        var rest = text[19..];
        var ticks = 0L;
        if (rest is [(byte)'.', ..] && !TryFraction(ref rest, out ticks)) return false;
        if (!TryOffset(rest, out var offset)) return false;
        instant = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute, second)).AddTicks(ticks), offset);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        var digits = 0;
        for (rest = rest[1..]; rest is [>= (byte)'0' and <= (byte)'9' and var digit, ..]; rest = rest[1..], digits++)
            if (digits < 7) ticks = ticks * 10 + digit - '0';
        for (var i = digits; i < 7; i++) ticks *= 10;
        return digits > 0;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text is [(byte)'Z' or (byte)'z']) return true;
        if (text is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _]) return false;
        if (!TryDigits(text[1..3], out var hours) || !TryDigits(text[4..], out var minutes) || hours > 13 || minutes > 59) return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == (byte)'-') offset = -offset;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = number * 10 + digit - '0';
        }

        return true;
    }
}
