namespace PagoConsole.Rules;

/// <summary>The pages about rules.</summary>
public enum RulesTab
{
    /// <summary>The rules in force.</summary>
    InForce,

    /// <summary>Rule sets in the making.</summary>
    Drafts,

    /// <summary>All versions that were in force.</summary>
    Versions,

    /// <summary>Better thresholds, searched in history.</summary>
    Suggest,

    /// <summary>How orders fare since the last publish.</summary>
    Watch,

    /// <summary>What each rule has done.</summary>
    Performance,

    /// <summary>Block, review and trust lists.</summary>
    Lists,
}
