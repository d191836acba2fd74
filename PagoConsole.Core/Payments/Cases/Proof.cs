using System.Security.Cryptography;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>What a proof file is, told by its first bytes and not by its name.</summary>
public enum ProofType
{
    /// <summary>application/pdf.</summary>
    Pdf,

    /// <summary>image/jpeg.</summary>
    Jpeg,

    /// <summary>image/png.</summary>
    Png,
}

/// <summary>A file as somebody hands it in.</summary>
/// <param name="FileName">What it is called on their machine.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ProofUpload(string FileName, byte[] Content)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 5 * 1024 * 1024;

    private const int LongestName = 100;

    /// <summary>What it is; null for anything that is no proof.</summary>
    public ProofType? Type => Content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => ProofType.Pdf,
        [0xFF, 0xD8, 0xFF, ..] => ProofType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ProofType.Png,
        _ => null,
    };

    /// <summary>Whether it can be kept.</summary>
    public bool IsGood => Content.Length is > 0 and <= Largest && Type is not null;

    /// <summary>The name without a path and without what is no letter, digit, dot, dash or underscore; the ending says what it is.</summary>
    public string SafeName()
    {
        var bare = Path.GetFileNameWithoutExtension(FileName.Replace('\\', '/').Split('/')[^1]);
        var kept = string.Concat(bare.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
        var ending = Type switch { ProofType.Pdf => ".pdf", ProofType.Jpeg => ".jpg", ProofType.Png => ".png", null => "" };
        return $"{(kept.Length == 0 ? "proof" : kept[..Math.Min(kept.Length, LongestName)])}{ending}";
    }

    /// <summary>SHA-256 of its bytes.</summary>
    public byte[] Hash() => SHA256.HashData(Content);
}

/// <summary>A file that somebody handed in, kept with its hash. May hold personal data.</summary>
public abstract class KeptFile
{
    /// <summary>Its name, made safe.</summary>
    public required string FileName { get; init; }

    /// <summary>What it is.</summary>
    public required ProofType Type { get; init; }

    /// <summary>Bytes.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of the bytes.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Who handed it in.</summary>
    public required string UploadedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset UploadedAt { get; init; }
}

/// <summary>The proof that money went back outside PagoEfectivo.</summary>
public sealed class ProofRow : KeptFile
{
    /// <summary>Its id.</summary>
    public required string ProofId { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The refund that it proves.</summary>
    public required string RefundId { get; init; }
}
