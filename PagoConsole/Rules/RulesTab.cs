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
}
