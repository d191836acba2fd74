namespace PagoConsole.Core.Marketplace;

/// <summary>Kinds of journal entries about API keys.</summary>
public static class ApiKeyEvents
{
    /// <summary>A key was issued.</summary>
    public const string Issued = "api_key.issued";

    /// <summary>A key was replaced; the old one holds until the end of the overlap.</summary>
    public const string Rotated = "api_key.rotated";

    /// <summary>A key holds no longer.</summary>
    public const string Revoked = "api_key.revoked";

    /// <summary>A key that the configuration had dropped is in it again.</summary>
    public const string Restored = "api_key.restored";
}
