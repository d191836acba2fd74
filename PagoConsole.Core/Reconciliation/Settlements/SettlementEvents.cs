namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Kinds of journal entries about settlement; the host has words for each in three languages.</summary>
public static class SettlementEvents
{
    /// <summary>The stream of them.</summary>
    public const string Stream = "settlement";

    /// <summary>A bank credit was entered by hand.</summary>
    public const string Entered = "credit.entered";

    /// <summary>Bank credits were taken from a file; the data say how many, and the file's hash.</summary>
    public const string Uploaded = "credits.uploaded";

    /// <summary>A bank credit was struck out.</summary>
    public const string Voided = "credit.voided";

    /// <summary>A struck-out bank credit counts again.</summary>
    public const string Restored = "credit.restored";
}
