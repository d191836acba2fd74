using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Risk.Accounts;

/// <summary>Something about an account that a person should look at; raised at once, cleared by a person.</summary>
public sealed class AccountFlag
{
    /// <summary>Its id.</summary>
    public required string FlagId { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>What kind: the stable word of the suspicion, such as <c>NewCountry</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>When what it tells of happened; the same kind at the same instant is one flag.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its figures, as JSON without personal data.</summary>
    public required string Detail { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When a person cleared it.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>Who cleared it.</summary>
    public string? ClearedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? ClearedNote { get; private set; }

    /// <summary>Clears it; a second time changes nothing.</summary>
    public void Clear(string by, string note, DateTimeOffset now)
    {
        if (ClearedAt is null) (ClearedAt, ClearedBy, ClearedNote) = (now, by, note);
    }
}

/// <summary>A device that a person took off an account: orders and logins before that instant bind it no more.</summary>
public sealed class DeviceUnbinding
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The device's hash, as the orders' identifiers have it.</summary>
    public required byte[] DeviceHash { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }
}

internal sealed class AccountFlagTable : IEntityTypeConfiguration<AccountFlag>
{
    public void Configure(EntityTypeBuilder<AccountFlag> builder)
    {
        builder.ToTable("account_flags").HasKey(f => f.FlagId);
        builder.Property(f => f.FlagId).HasMaxLength(40);
        builder.Property(f => f.AccountId).HasMaxLength(128);
        builder.Property(f => f.Kind).HasMaxLength(40);
        builder.Property(f => f.Detail).HasColumnType("text");
        builder.Property(f => f.ClearedNote).HasMaxLength(500);
        builder.HasIndex(f => new { f.AccountId, f.At, f.Kind }).IsUnique();
        builder.HasIndex(f => f.RaisedAt);
    }
}

internal sealed class DeviceUnbindingTable : IEntityTypeConfiguration<DeviceUnbinding>
{
    public void Configure(EntityTypeBuilder<DeviceUnbinding> builder)
    {
        builder.ToTable("device_unbindings").HasKey(u => new { u.AccountId, u.DeviceHash, u.At });
        builder.Property(u => u.AccountId).HasMaxLength(128);
        builder.Property(u => u.DeviceHash).HasMaxLength(16);
    }
}
