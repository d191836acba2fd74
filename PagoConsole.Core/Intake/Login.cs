using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Intake;

/// <summary>A login at the marketplace, as it tells it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Ip">The address it came from, in its canonical form.</param>
/// <param name="Device">The fingerprint of the device.</param>
/// <param name="At">When.</param>
/// <param name="Success">Whether it succeeded.</param>
public sealed record LoginContent(string AccountId, string Ip, string Device, DateTimeOffset At, bool Success);

/// <summary>A login at the marketplace: what the rules about remote logins and devices look at.</summary>
public sealed class Login
{
    /// <summary>Longest account id.</summary>
    public const int LongestAccount = 128;

    /// <summary>Longest fingerprint.</summary>
    public const int LongestDevice = 256;

    /// <summary>Grows.</summary>
    public long Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The address it came from, in its canonical form.</summary>
    public required string Ip { get; init; }

    /// <summary>The fingerprint of the device.</summary>
    public required string Device { get; init; }

    /// <summary>Whether it succeeded.</summary>
    public required bool Success { get; init; }
}

internal sealed class LoginTable : IEntityTypeConfiguration<Login>
{
    public void Configure(EntityTypeBuilder<Login> builder)
    {
        builder.ToTable("logins").HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedOnAdd();
        builder.Property(l => l.AccountId).HasMaxLength(Login.LongestAccount);
        builder.Property(l => l.Ip).HasMaxLength(45);
        builder.Property(l => l.Device).HasMaxLength(Login.LongestDevice);

        // Told twice it is there once; it also serves "the logins of this account since".
        builder.HasIndex(l => new { l.AccountId, l.At, l.Ip, l.Device, l.Success }).IsUnique();
        builder.HasIndex(l => new { l.Device, l.At });
    }
}
