using System.Globalization;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>What the files of a pack are called: the same for the same order, in ASCII, so that any program unpacks them.</summary>
internal static class PackPaths
{
    public const string Manifest = "manifest.json";
    public const string Sums = "SHA256SUMS";
    public const string Signature = "manifest.sig";
    public const string Key = "key.pem";
    public const string Head = "journal/HEAD";
    public const string Journal = "journal/";
    public const string Private = "private/";
    public const string Seals = "seals/";
    public const string Deliveries = "raw/deliveries/";

    public static string Summary(string language) => $"summary.{language}.html";

    public static string Verifier(string language) => $"VERIFY.{language}.html";

    public static string Record(string name) => $"records/{name}.json";

    public static string Entry(long position) => $"{Journal}{Number(position)}.bin";

    public static string PrivatePart(long position) => $"{Private}{Number(position)}.bin";

    public static string Delivery(int number) => $"{Deliveries}{Number(number)}.body";

    public static string DeliveryHeaders(int number) => $"{Deliveries}{Number(number)}.headers.json";

    public static string Request(int number, string kind) => $"raw/requests/{Number(number)}-{kind.ToLowerInvariant()}.body";

    public static string Told(int number, string type) => $"raw/callbacks/{Number(number)}-{Safe(type)}.body";

    public static string Attachment(string id, string fileName) => $"attachments/{Safe(id)}-{Safe(fileName)}";

    public static string Seal(DateOnly day, string file) => $"{Seals}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{file}";

    /// <summary>The name of the pack itself.</summary>
    public static string Pack(string orderId, DateTimeOffset at) => $"evidence-{Safe(orderId)}-{at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.zip";

    /// <summary>Letters and digits of ASCII, dots, dashes and underscores; anything else is an underscore.</summary>
    public static string Safe(string text)
    {
        var safe = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');
        return safe.Length == 0 ? "_" : safe[..Math.Min(safe.Length, 100)];
    }

    private static string Number(long number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
