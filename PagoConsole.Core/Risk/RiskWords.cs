namespace PagoConsole.Core.Risk;

/// <summary>What the rules together say.</summary>
public enum RiskOutcome
{
    /// <summary>Sell.</summary>
    Approve,

    /// <summary>A person decides.</summary>
    Review,

    /// <summary>Do not sell.</summary>
    Reject,
}

/// <summary>Whether a rule counts.</summary>
public enum RuleMode
{
    /// <summary>Not evaluated.</summary>
    Off,

    /// <summary>Evaluated and recorded; changes nothing.</summary>
    Shadow,

    /// <summary>Counts.</summary>
    Enforce,
}

/// <summary>What a rule that fires asks for.</summary>
public enum RuleAction
{
    /// <summary>Adds points; enough of them send the order to a person.</summary>
    Score,

    /// <summary>A person decides.</summary>
    Review,

    /// <summary>Do not sell.</summary>
    Reject,
}

/// <summary>How a rule came out.</summary>
public enum RuleResult
{
    /// <summary>It does not apply to what was seen.</summary>
    Quiet,

    /// <summary>It fired.</summary>
    Hit,

    /// <summary>What it looks at was not told; it cannot fire.</summary>
    NoInput,
}
