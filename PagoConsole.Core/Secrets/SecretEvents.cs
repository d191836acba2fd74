namespace PagoConsole.Core.Secrets;

/// <summary>Kinds of journal entries about secrets; none of them tells one.</summary>
public static class SecretEvents
{
    /// <summary>How all of them begin.</summary>
    public const string Prefix = "secret.";

    /// <summary>A secret was added.</summary>
    public const string Added = "secret.added";

    /// <summary>A secret ends, now or at a set time.</summary>
    public const string Ended = "secret.ended";

    /// <summary>A secret that was to end goes on.</summary>
    public const string Kept = "secret.kept";
}
