using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>It is being edited.</summary>
    Open,

    /// <summary>Somebody who had no hand in it must approve it.</summary>
    WaitingForApproval,

    /// <summary>It will be published at a set time.</summary>
    Scheduled,

    /// <summary>It was to be published and was not; people must look at it.</summary>
    Held,

    /// <summary>It became a version.</summary>
    Published,

    /// <summary>It was given up.</summary>
    Discarded,
}

/// <summary>Why a draft that was to be published was not.</summary>
public enum HeldReason
{
    /// <summary>Another version has come into force since it was scheduled.</summary>
    BaseReplaced,

    /// <summary>Its rules cannot be used as they are.</summary>
    NotUsable,

    /// <summary>A second admin is asked for by now, and none has approved it.</summary>
    NotApproved,
}

/// <summary>A rule set in the making, and what becomes of it. Its methods are pure: they change the draft or say why not.</summary>
public sealed partial class RuleDraft
{
    /// <summary>Longest title and comment.</summary>
    public const int LongestTitle = 120, LongestComment = 500;

    private RuleDraft()
    {
    }

    /// <summary>Its id.</summary>
    public string DraftId { get; private set; } = "";

    /// <summary>What its owner calls it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it changes and why, in the words of who proposed it; the version's comment.</summary>
    public string? Comment { get; private set; }

    /// <summary>Where it stands.</summary>
    public DraftState State { get; private set; }

    /// <summary>The version that its changes are counted from.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>The whole rule set as JSON.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Counts all changes of the draft.</summary>
    public int Revision { get; private set; }

    /// <summary>The revision in which tiers were last added or taken out, so that their numbers changed.</summary>
    public int TiersRevision { get; private set; }

    /// <summary>Who began it, as the journal names them.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The id of who began it.</summary>
    public string OwnerId { get; private set; } = "";

    /// <summary>When it was begun.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Who changed it last.</summary>
    public string ChangedBy { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The ids of all who had a hand in it, separated by commas.</summary>
    public string Hands { get; private set; } = "";

    /// <summary>Who wants it published.</summary>
    public string? ProposedBy { get; private set; }

    /// <summary>Who else said yes.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>When it is to be published; null for at once.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>Why it was not published.</summary>
    public HeldReason? HeldBecause { get; private set; }

    /// <summary>The version that it became.</summary>
    public int? PublishedVersion { get; private set; }

    /// <summary>The version whose content it brings back.</summary>
    public int? RestoresVersion { get; private set; }

    /// <summary>Whether nothing will become of it any more.</summary>
    public bool Ended => State is DraftState.Published or DraftState.Discarded;

    /// <summary>Whether somebody had a hand in it, so that they cannot be the second person.</summary>
    public bool IsHandOf(Actor person) => Hands.Split(',').Contains(person.Id);
}

internal sealed class RuleDraftTable : IEntityTypeConfiguration<RuleDraft>
{
    public void Configure(EntityTypeBuilder<RuleDraft> builder)
    {
        builder.ToTable("rule_drafts").HasKey(d => d.DraftId);
        builder.Property(d => d.DraftId).HasMaxLength(40);
        builder.Property(d => d.Title).HasMaxLength(RuleDraft.LongestTitle);
        builder.Property(d => d.Comment).HasMaxLength(RuleDraft.LongestComment);
        builder.Property(d => d.Json).HasColumnType("text");
        builder.Property(d => d.Hands).HasColumnType("text");
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.HasIndex(d => new { d.State, d.PublishAt });
        builder.HasOne<RuleSetRow>().WithMany().HasForeignKey(d => d.BaseVersion);
    }
}
