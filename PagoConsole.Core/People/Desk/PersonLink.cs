using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.People.Desk;

/// <summary>A way to choose a password, for one person: used once, for a while, kept only as a hash.</summary>
public sealed class PersonLink
{
    /// <summary>How long one holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    /// <summary>SHA-256 of the token, in small hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Whose it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it may be used.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used; then never again.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    internal bool HoldsAt(DateTimeOffset now) => UsedAt is null && ExpiresAt > now;
}

internal sealed class PersonLinkTable : IEntityTypeConfiguration<PersonLink>
{
    public void Configure(EntityTypeBuilder<PersonLink> builder)
    {
        builder.ToTable("person_links").HasKey(l => l.TokenHash);
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.Property(l => l.PersonId).HasMaxLength(40);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
        builder.HasIndex(l => l.PersonId);
    }
}
