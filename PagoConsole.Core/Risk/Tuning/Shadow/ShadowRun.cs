using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Risk.Tuning.Shadow;

/// <summary>A draft that judges live orders beside the version in force: a copy of it as it was then, so that later edits do not mix with it.</summary>
public sealed class ShadowRun
{
    /// <summary>Its id.</summary>
    public required string ShadowId { get; init; }

    /// <summary>The draft.</summary>
    public required string DraftId { get; init; }

    /// <summary>The draft's revision then.</summary>
    public required int Revision { get; init; }

    /// <summary>The whole rule set as JSON.</summary>
    public required string Json { get; init; }

    /// <summary>Who started it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Who stopped it.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>When; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Stops it.</summary>
    public void End(string by, DateTimeOffset now) => (EndedBy, EndedAt) = (by, now);
}

internal sealed class ShadowRunTable : IEntityTypeConfiguration<ShadowRun>
{
    public void Configure(EntityTypeBuilder<ShadowRun> builder)
    {
        builder.ToTable("rule_shadows").HasKey(s => s.ShadowId);
        builder.Property(s => s.ShadowId).HasMaxLength(40);
        builder.Property(s => s.DraftId).HasMaxLength(40);
        builder.Property(s => s.Json).HasColumnType("text");
        builder.HasIndex(s => s.EndedAt);
        builder.HasOne<RuleDraft>().WithMany().HasForeignKey(s => s.DraftId);
    }
}
