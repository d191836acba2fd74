using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.People.SignIns;

/// <summary>With what somebody tried to sign in.</summary>
public enum SignInMethod
{
    /// <summary>E-mail and password.</summary>
    Password,

    /// <summary>A code of the authenticator, after the password.</summary>
    Code,

    /// <summary>A recovery code, after the password.</summary>
    RecoveryCode,

    /// <summary>The identity provider.</summary>
    Provider,

    /// <summary>The link of an invitation or a reset.</summary>
    Link,
}

/// <summary>What came of it.</summary>
public enum SignInOutcome
{
    /// <summary>They are in.</summary>
    SignedIn,

    /// <summary>The password was right; the second factor was asked for.</summary>
    CodeAsked,

    /// <summary>Nobody has this e-mail.</summary>
    UnknownPerson,

    /// <summary>The password was wrong.</summary>
    WrongPassword,

    /// <summary>The code was wrong, or used before.</summary>
    WrongCode,

    /// <summary>Too many wrong ones; not even the right one helps for a while.</summary>
    LockedOut,

    /// <summary>The account is disabled.</summary>
    Disabled,

    /// <summary>None of the provider's roles means one of ours.</summary>
    NoRole,

    /// <summary>The e-mail belongs to somebody who signs in with a password here.</summary>
    NotLinked,

    /// <summary>The provider said no, or something that cannot be believed.</summary>
    ProviderFailed,

    /// <summary>Too many from this address; nothing was looked at.</summary>
    TooMany,
}

/// <summary>One sign-in, or several refused ones of an hour that are alike: same address, person, method and reason.</summary>
public sealed class SignInEntry
{
    /// <summary>Its id; of refused ones made of what they have in common.</summary>
    public required string SignInId { get; init; }

    /// <summary>When it was, or the first of them.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the last of them was.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>How many there were.</summary>
    public long Count { get; init; } = 1;

    /// <summary>Who, if somebody has the e-mail that was typed. What else was typed is not kept: it may be a password.</summary>
    public string? PersonId { get; init; }

    /// <summary>From where; <c>*</c> for many addresses when there were too many to tell apart.</summary>
    public required string Address { get; init; }

    /// <summary>With what.</summary>
    public required SignInMethod Method { get; init; }

    /// <summary>What came of it.</summary>
    public required SignInOutcome Outcome { get; init; }
}

internal sealed class SignInTable : IEntityTypeConfiguration<SignInEntry>
{
    public void Configure(EntityTypeBuilder<SignInEntry> builder)
    {
        builder.ToTable("sign_ins").HasKey(s => s.SignInId);
        builder.Property(s => s.SignInId).HasMaxLength(64);
        builder.Property(s => s.PersonId).HasMaxLength(40);
        builder.Property(s => s.Address).HasMaxLength(64);
        builder.HasIndex(s => new { s.LastAt, s.SignInId });
        builder.HasIndex(s => new { s.PersonId, s.LastAt });
    }
}
