using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>What being on a list means for an order.</summary>
public enum ListEffect
{
    /// <summary>Do not sell.</summary>
    Block,

    /// <summary>A person decides.</summary>
    Review,

    /// <summary>Drops points and reviews; never a rejection, a block or a money-laundering mark.</summary>
    Trust,
}

/// <summary>What a list entry names.</summary>
public enum ListedKind
{
    /// <summary>A marketplace account.</summary>
    Account,

    /// <summary>The part of an e-mail address behind the @, in small letters.</summary>
    EmailDomain,

    /// <summary>A phone number, as E.164.</summary>
    Phone,

    /// <summary>A document: type and number.</summary>
    Document,

    /// <summary>A device fingerprint.</summary>
    Device,

    /// <summary>A shipping address, normalised.</summary>
    Address,

    /// <summary>One IP address or a network of them.</summary>
    IpRange,
}

/// <summary>Somebody or something that a person put on a list. Never changed: it ends by its expiry or by being taken off.</summary>
public sealed class ListEntry
{
    /// <summary>Longest value and reason.</summary>
    public const int Longest = 500;

    /// <summary>Its id.</summary>
    public required string EntryId { get; init; }

    /// <summary>What being on it means.</summary>
    public required ListEffect Effect { get; init; }

    /// <summary>What it names.</summary>
    public required ListedKind Kind { get; init; }

    /// <summary>The normal form of what it names; may be personal data.</summary>
    public required string Value { get; init; }

    /// <summary>The hash that orders are looked up by.</summary>
    public required byte[] ValueHash { get; init; }

    /// <summary>Why it is there.</summary>
    public required string Reason { get; init; }

    /// <summary>Who put it there and answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when; null for no end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was taken off.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Who took it off.</summary>
    public string? RemovedBy { get; private set; }

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset at) => CreatedAt <= at && !(ExpiresAt <= at) && !(RemovedAt <= at);

    /// <summary>Takes it off; a second time changes nothing.</summary>
    public void Remove(string by, DateTimeOffset now)
    {
        if (RemovedAt is null) (RemovedAt, RemovedBy) = (now, by);
    }
}

internal sealed class ListEntryTable : IEntityTypeConfiguration<ListEntry>
{
    public void Configure(EntityTypeBuilder<ListEntry> builder)
    {
        builder.ToTable("list_entries").HasKey(e => e.EntryId);
        builder.Property(e => e.EntryId).HasMaxLength(40);
        builder.Property(e => e.Value).HasMaxLength(ListEntry.Longest);
        builder.Property(e => e.ValueHash).HasMaxLength(16);
        builder.Property(e => e.Reason).HasMaxLength(ListEntry.Longest);
        builder.HasIndex(e => e.ValueHash); // the hash covers the kind
        builder.HasIndex(e => e.CreatedAt);
    }
}
