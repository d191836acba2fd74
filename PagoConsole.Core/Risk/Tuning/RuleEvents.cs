namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Kinds of journal entries about rules; their stream is <c>rules</c>.</summary>
public static class RuleEvents
{
    /// <summary>The stream.</summary>
    public const string Stream = "rules";

    /// <summary>A version is in force.</summary>
    public const string Published = "rules.published";

    /// <summary>A version with the content of an earlier one is in force.</summary>
    public const string Restored = "rules.restored";

    /// <summary>A draft was begun.</summary>
    public const string DraftOpened = "rules.draft-opened";

    /// <summary>A draft got another title.</summary>
    public const string DraftRenamed = "rules.draft-renamed";

    /// <summary>Settings of a draft were changed.</summary>
    public const string DraftEdited = "rules.draft-edited";

    /// <summary>A draft was taken over to the version in force.</summary>
    public const string DraftRebased = "rules.draft-rebased";

    /// <summary>A draft waits for another admin.</summary>
    public const string DraftProposed = "rules.draft-proposed";

    /// <summary>Another admin approved a draft.</summary>
    public const string DraftApproved = "rules.draft-approved";

    /// <summary>A draft will be published at a set time.</summary>
    public const string DraftScheduled = "rules.draft-scheduled";

    /// <summary>A draft was due, or was to be, and was not published.</summary>
    public const string DraftHeld = "rules.draft-held";

    /// <summary>A draft can be edited again.</summary>
    public const string DraftReopened = "rules.draft-reopened";

    /// <summary>A draft was given up.</summary>
    public const string DraftDiscarded = "rules.draft-discarded";

    /// <summary>A draft judges live orders beside the version in force.</summary>
    public const string ShadowStarted = "rules.shadow-started";

    /// <summary>It no longer does.</summary>
    public const string ShadowStopped = "rules.shadow-stopped";
}
