using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Secrets;

/// <summary>What a secret is for.</summary>
public enum SecretKind
{
    /// <summary>PagoEfectivo signs its deliveries to us with it; any that holds is right.</summary>
    Webhook,

    /// <summary>We sign our calls to PagoEfectivo with it; the newest that holds signs.</summary>
    Gateway,

    /// <summary>We sign callbacks to the marketplace with it; all that hold sign.</summary>
    Callback,
}

/// <summary>
/// What is known of a secret: of a configured one when it was first seen and used, of one that was added in the console also the secret
/// itself, closed by the ring of keys.
/// </summary>
public sealed class StoredSecret
{
    /// <summary>Kind and fingerprint.</summary>
    public required string SecretId { get; init; }

    /// <summary>What it is for.</summary>
    public required SecretKind Kind { get; init; }

    /// <summary>By what people tell it from others; says nothing of what it is.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The secret, closed; null for one of the configuration.</summary>
    public string? Closed { get; init; }

    /// <summary>When it was added, or first seen in the configuration.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Who added it.</summary>
    public required string AddedBy { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>From when on it holds no more: the end of a rotation's overlap, or when somebody ended it.</summary>
    public DateTimeOffset? EndsAt { get; internal set; }

    internal const string Stream = "secrets";

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset now) => !(EndsAt <= now);

    internal static string FingerprintOf(SecretKind kind, string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{secret}")).AsSpan(0, 4));

    internal static string IdOf(SecretKind kind, string secret) => $"{kind}:{FingerprintOf(kind, secret)}";
}

internal sealed class StoredSecretTable : IEntityTypeConfiguration<StoredSecret>
{
    public void Configure(EntityTypeBuilder<StoredSecret> builder)
    {
        builder.ToTable("secrets").HasKey(s => s.SecretId);
        builder.Property(s => s.SecretId).HasMaxLength(40);
        builder.Property(s => s.Fingerprint).HasMaxLength(16);
        builder.Property(s => s.AddedBy).HasMaxLength(120);
    }
}
