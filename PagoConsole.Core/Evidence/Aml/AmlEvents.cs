namespace PagoConsole.Core.Evidence.Aml;

/// <summary>
/// Kinds of journal entries against money laundering. They stand in streams of their own and name no order, so that neither an order's timeline nor
/// the live feed shows that there is a case; only those with <see cref="Foundation.Permission.SeeAml"/> read them.
/// </summary>
public static class AmlEvents
{
    /// <summary>What the kinds begin with.</summary>
    public const string Prefix = "aml.";

    /// <summary>The stream of exchange rates.</summary>
    public const string RateStream = "aml/rates";

    /// <summary>The stream of what was taken out.</summary>
    public const string ExportStream = "aml/exports";

    /// <summary>A rate was entered.</summary>
    public const string RateEntered = "aml.rate_entered";

    /// <summary>A case was opened.</summary>
    public const string CaseOpened = "aml.case_opened";

    /// <summary>An order was added to a case.</summary>
    public const string OrderAdded = "aml.order_added";

    /// <summary>Its reasons were changed.</summary>
    public const string ReasonsChanged = "aml.reasons_changed";

    /// <summary>Somebody wrote a note.</summary>
    public const string Noted = "aml.noted";

    /// <summary>It was concluded that it is suspicious: the report is due.</summary>
    public const string FoundSuspicious = "aml.found_suspicious";

    /// <summary>It was concluded that it is not.</summary>
    public const string FoundHarmless = "aml.found_harmless";

    /// <summary>The report was handed in.</summary>
    public const string Reported = "aml.reported";

    /// <summary>The draft of a report was taken out.</summary>
    public const string DraftTaken = "aml.draft_taken";

    /// <summary>The register was taken out.</summary>
    public const string RegisterTaken = "aml.register_taken";
}
