using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Marketplace;

/// <summary>A key with which the marketplace calls us. The key itself is shown once and kept nowhere; its hash is.</summary>
public sealed class ApiKey
{
    /// <summary>Its id, for example <c>key_01j…</c>.</summary>
    public required string KeyId { get; init; }

    /// <summary>What it is for, as colleagues call it.</summary>
    public required string Name { get; init; }

    /// <summary>How the key begins, so that its owner recognises it.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the key; keys of ours have 160 random bits, so nothing slower is needed.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Names of its scopes, separated by spaces.</summary>
    public required string Scopes { get; init; }

    /// <summary>Whether it comes from the configuration.</summary>
    public bool Configured { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who issued it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The key that it takes the place of, if it was made by rotation.</summary>
    public string? Replaces { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>From when on it no longer holds: the end of a rotation's overlap.</summary>
    public DateTimeOffset? ExpiresAt { get; internal set; }

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; internal set; }

    /// <summary>Who revoked it.</summary>
    public string? RevokedBy { get; internal set; }

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    /// <summary>The stream of its journal entries.</summary>
    internal string Stream => $"api-key/{KeyId}";
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys").HasKey(k => k.KeyId);
        builder.Property(k => k.KeyId).HasMaxLength(40);
        builder.Property(k => k.Name).HasMaxLength(IssueApiKey.LongestName);
        builder.Property(k => k.Prefix).HasMaxLength(16);
        builder.Property(k => k.KeyHash).HasMaxLength(32);
        builder.Property(k => k.Scopes).HasMaxLength(200);
        builder.Ignore(k => k.Stream);
        builder.HasIndex(k => k.KeyHash).IsUnique();
    }
}
