namespace PagoConsole.Core.People;

/// <summary>A way in for the first admin of an empty installation: told once in the log, kept only as a hash.</summary>
public sealed class SetupLink
{
    /// <summary>SHA-256 of the token, in small hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Until when it may be used.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used; then never again.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
