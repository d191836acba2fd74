using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Evidence.Signing;

/// <summary>A pair of keys of this installation: the public half is for everybody, the private one is closed by the ring of keys.</summary>
internal sealed class SigningKey
{
    /// <summary>Names it: the first 16 hexadecimal digits of the SHA-256 of its public half (SubjectPublicKeyInfo, DER).</summary>
    public required string KeyId { get; init; }

    /// <summary>The public half as PEM, as <c>openssl</c> reads it.</summary>
    public required string Pem { get; init; }

    /// <summary>The private half (PKCS #8), closed.</summary>
    public required string Closed { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public static string IdOf(ECDsa pair) => Convert.ToHexStringLower(SHA256.HashData(pair.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
}

internal sealed class SigningKeyTable : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("signing_keys").HasKey(k => k.KeyId);
        builder.Property(k => k.KeyId).HasMaxLength(16);
    }
}
