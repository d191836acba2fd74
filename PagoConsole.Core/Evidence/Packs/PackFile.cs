using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>What a file of a pack is.</summary>
public enum PackPart
{
    /// <summary>The account of the order, for people.</summary>
    Summary,

    /// <summary>How anybody can check the pack.</summary>
    Verifier,

    /// <summary>A public key.</summary>
    Key,

    /// <summary>Records as JSON.</summary>
    Record,

    /// <summary>The bytes that the hash of an entry of the journal covers.</summary>
    Entry,

    /// <summary>The private part of an entry, behind its salt.</summary>
    PrivatePart,

    /// <summary>A message of PagoEfectivo, as it came.</summary>
    Delivery,

    /// <summary>A request to PagoEfectivo, as it left.</summary>
    Request,

    /// <summary>A message to the marketplace, as it left.</summary>
    Told,

    /// <summary>What people attached, asked and answered.</summary>
    Attachment,

    /// <summary>The seal of a day.</summary>
    Seal,
}

/// <summary>A file of a pack. Its bytes are read when they are needed, one file after the other, and are the same each time.</summary>
internal sealed record PackFile(string Path, PackPart Part, Func<CancellationToken, Task<byte[]>> ReadAsync)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PackFile Of(string path, PackPart part, byte[] content) => new(path, part, _ => Task.FromResult(content));

    public static PackFile Of(string path, PackPart part, string text) => Of(path, part, Encoding.UTF8.GetBytes(text));

    public static PackFile OfJson(string path, PackPart part, object content) => Of(path, part, [.. JsonSerializer.SerializeToUtf8Bytes(content, Json), (byte)'\n']);
}
