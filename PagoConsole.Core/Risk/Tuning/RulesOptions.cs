namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Section <c>Rules</c>.</summary>
public sealed class RulesOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Rules";

    /// <summary>Whether a draft is published only when somebody who neither edited nor proposed it has approved it.</summary>
    /// <value>Default false.</value>
    public bool SecondApproval { get; set; }
}
