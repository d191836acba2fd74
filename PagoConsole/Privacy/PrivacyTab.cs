namespace PagoConsole.Privacy;

/// <summary>The pages about personal data.</summary>
public enum PrivacyTab
{
    /// <summary>What is held, and who may see it.</summary>
    Inventory,

    /// <summary>Who saw whose data.</summary>
    Access,

    /// <summary>All that is held on one person.</summary>
    Export,
}
