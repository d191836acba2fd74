using System.Text;
using System.Text.Json.Nodes;

namespace PagoConsole.Tests.Fuzzing;

/// <summary>Turns a good body into one that somebody careless, broken or hostile would send.</summary>
internal sealed class HostileJson(Random random)
{
    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "\" \"", "0", "-1", "-0", "1e400", "-1e400", "1e-400", "0.001", "99999999999999999999999999", "1.0000000000000000000000001", "NaN",
        "\"NaN\"", "\"1e5\"", "\"١٢٣\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uFEFF\"", "\"\\u202E\"", "\"\\u0007\"", "\"9999-12-31T23:59:59.9999999+14:00\"",
        "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"0000-00-00T00:00:00Z\"", "\"2026-02-30T25:61:61Z\"", "\"2026-11-22\"", "\"-2026-11-22T00:00:00Z\"", "\"' OR 1=1 --\"",
        "\"=HYPERLINK(1)\"", "\"<script>alert(1)</script>\"", "\"../../etc/passwd\"", "\"%2e%2e%2f\"", "\"http://[::1]/\"", "\"javascript:alert(1)\"", "\"file:///etc/passwd\"",
        "\"::ffff:300.1.1.1\"", "\"1.1.1.1/0\"", "\"fe80::1%eth0\"", "\"XXX\"", "\"PEN \"", "\"ＰＥＮ\"", "9007199254740993", "\"\\uD83D\\uDE00\"", "[[[[[[[[]]]]]]]]", "{\"a\":{\"a\":{}}}", "0x10", "01", "+1", ".5",
    ];

    private static readonly byte[][] Splices =
    [
        [0x00], [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], "\\u0000"u8.ToArray(), "\\ud800"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(),
        ","u8.ToArray(), "/**/"u8.ToArray(), [0x1B],
    ];

    /// <summary>Makes one of a good body.</summary>
    public byte[] Of(JsonObject good) => random.Next(12) switch
    {
        0 or 1 or 2 or 3 => Encoding.UTF8.GetBytes(WithOtherValues(good)),
        4 => Encoding.UTF8.GetBytes(Without(good).ToJsonString()),
        5 => Encoding.UTF8.GetBytes(Doubled(good)),
        6 => Cut(Encoding.UTF8.GetBytes(good.ToJsonString())),
        7 => Spliced(Encoding.UTF8.GetBytes(good.ToJsonString())),
        8 => Flipped(Encoding.UTF8.GetBytes(good.ToJsonString())),
        9 => Deep(),
        10 => (random.Next(2) == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetBytes(good.ToJsonString()),
        _ => Encoding.UTF8.GetBytes(Long(good).ToJsonString()),
    };

    private string WithOtherValues(JsonObject good)
    {
        var (body, put) = ((JsonObject)good.DeepClone(), new List<string>());
        for (var i = 0; i <= random.Next(3); i++)
        {
            var (owner, name) = Pick(body);
            owner[name] = $"@@{put.Count}@@";
            put.Add(Values[random.Next(Values.Length)]);
        }

        var text = body.ToJsonString();
        for (var i = 0; i < put.Count; i++) text = text.Replace($"\"@@{i}@@\"", put[i], StringComparison.Ordinal);
        return text;
    }

    private JsonObject Without(JsonObject good)
    {
        var body = (JsonObject)good.DeepClone();
        var (owner, name) = Pick(body);
        owner.Remove(name);
        return body;
    }

    private string Doubled(JsonObject good)
    {
        var name = good.ElementAt(random.Next(good.Count)).Key;
        return $"{{\"{name}\":{Values[random.Next(Values.Length)]},{good.ToJsonString()[1..]}";
    }

    private JsonObject Long(JsonObject good)
    {
        var body = (JsonObject)good.DeepClone();
        var (owner, name) = Pick(body);
        owner[name] = new string("xñ語😀"[random.Next(3)], random.Next(20) == 0 ? 300_000 : random.Next(60, 5_000));
        return body;
    }

    private byte[] Deep()
    {
        var depth = random.Next(10, 8_000);
        return Encoding.UTF8.GetBytes(random.Next(2) == 0
            ? "{\"a\":" + new string('[', depth) + new string(']', depth) + "}"
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
    }

    private byte[] Cut(byte[] body) => body[..random.Next(body.Length)];

    private byte[] Spliced(byte[] body)
    {
        var at = random.Next(body.Length);
        return [.. body[..at], .. Splices[random.Next(Splices.Length)], .. body[at..]];
    }

    private byte[] Flipped(byte[] body)
    {
        for (var i = 0; i <= random.Next(6); i++) body[random.Next(body.Length)] = (byte)random.Next(256);
        return body;
    }

    private (JsonObject Owner, string Name) Pick(JsonObject body)
    {
        while (true)
        {
            var (name, value) = body.ElementAt(random.Next(body.Count));
            if (value is not JsonObject { Count: > 0 } inner || random.Next(4) == 0) return (body, name);
            body = inner;
        }
    }
}
