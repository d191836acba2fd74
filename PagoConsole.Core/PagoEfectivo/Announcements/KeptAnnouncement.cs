using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.PagoEfectivo.Announcements;

/// <summary>A change that PagoEfectivo announced; kept once, so that its alarm is raised once.</summary>
public sealed class KeptAnnouncement
{
    /// <summary>Method and path, identifiers left out.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What is announced.</summary>
    public required AnnouncementKind Kind { get; init; }

    /// <summary>For when.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>Where PagoEfectivo explains it.</summary>
    public string? Link { get; init; }

    /// <summary>When we first heard of it.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }
}

internal sealed class KeptAnnouncementTable : IEntityTypeConfiguration<KeptAnnouncement>
{
    public void Configure(EntityTypeBuilder<KeptAnnouncement> builder)
    {
        builder.ToTable("gateway_announcements").HasKey(a => new { a.Endpoint, a.Kind, a.OnDay });
        builder.Property(a => a.Endpoint).HasMaxLength(300);
        builder.Property(a => a.Link).HasMaxLength(500);
    }
}
