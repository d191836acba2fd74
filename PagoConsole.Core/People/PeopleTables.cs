using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.People;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people").HasKey(p => p.Id);
        builder.Property(p => p.Id).HasMaxLength(40);
        builder.Property(p => p.DisplayName).HasMaxLength(80);
        builder.Property(p => p.Culture).HasMaxLength(16);
        builder.Property(p => p.UserName).HasMaxLength(256);
        builder.Property(p => p.NormalizedUserName).HasMaxLength(256);
        builder.Property(p => p.Email).HasMaxLength(256);
        builder.Property(p => p.NormalizedEmail).HasMaxLength(256);
        builder.Property(p => p.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(p => p.NormalizedUserName).IsUnique();
        builder.HasIndex(p => p.NormalizedEmail);
        builder.HasIndex(p => p.DisplayName).IsUnique();
    }
}

internal sealed class RoleTable : IEntityTypeConfiguration<IdentityRole>
{
    public void Configure(EntityTypeBuilder<IdentityRole> builder)
    {
        builder.ToTable("roles").HasKey(r => r.Id);
        builder.Property(r => r.Name).HasMaxLength(40);
        builder.Property(r => r.NormalizedName).HasMaxLength(40);
        builder.Property(r => r.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(r => r.NormalizedName).IsUnique();

        // A role is its name: fixed rows, so that two processes starting at once cannot make two of one.
        builder.HasData(Enum.GetNames<Role>().Select(name => new IdentityRole(name)
        {
            Id = name,
            NormalizedName = name.ToUpperInvariant(),
            ConcurrencyStamp = name,
        }));
    }
}

internal sealed class PersonRoleTable : IEntityTypeConfiguration<IdentityUserRole<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserRole<string>> builder)
    {
        builder.ToTable("person_roles").HasKey(r => new { r.UserId, r.RoleId });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.UserId);
        builder.HasOne<IdentityRole>().WithMany().HasForeignKey(r => r.RoleId);
    }
}

internal sealed class PersonClaimTable : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("person_claims").HasKey(c => c.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.UserId);
    }
}

internal sealed class PersonLoginTable : IEntityTypeConfiguration<IdentityUserLogin<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("person_logins").HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(128);
        builder.Property(l => l.ProviderKey).HasMaxLength(128);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId);
    }
}

internal sealed class PersonTokenTable : IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("person_tokens").HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(128);
        builder.Property(t => t.Name).HasMaxLength(128);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId);
    }
}

internal sealed class SetupLinkTable : IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<SetupLink> builder)
    {
        builder.ToTable("setup_links").HasKey(l => l.TokenHash);
        builder.Property(l => l.TokenHash).HasMaxLength(64);
    }
}

internal sealed class KeyRingTable : IEntityTypeConfiguration<KeyRingKey>
{
    public void Configure(EntityTypeBuilder<KeyRingKey> builder)
    {
        builder.ToTable("key_ring").HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(128);
    }
}
