using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <summary>Where a case stands.</summary>
public enum AmlCaseState
{
    /// <summary>It is being looked into.</summary>
    Open,

    /// <summary>It was concluded that it is suspicious; the report is due.</summary>
    Suspicious,

    /// <summary>The report was handed in.</summary>
    Reported,

    /// <summary>It was concluded that it is not suspicious.</summary>
    Harmless,
}

/// <summary>From where a case was opened.</summary>
public enum AmlOrigin
{
    /// <summary>From the monitor.</summary>
    Monitor,

    /// <summary>From an order.</summary>
    Order,

    /// <summary>From a review case.</summary>
    Review,
}

/// <summary>Why somebody looks into it.</summary>
public enum AmlReason
{
    /// <summary>Several payments just under a threshold.</summary>
    JustUnderThreshold,

    /// <summary>Amounts that do not go with what is known of the buyer.</summary>
    OutOfProfile,

    /// <summary>Many payments within a short time.</summary>
    ManyPayments,

    /// <summary>Other people use the same phone, device, address or account.</summary>
    SharedContacts,

    /// <summary>Data that are false or belong to somebody else.</summary>
    FalseData,

    /// <summary>Somebody else pays, or receives.</summary>
    ThirdParty,

    /// <summary>Orders are paid and called off at once, so that the money comes back another way.</summary>
    RefundsElsewhere,

    /// <summary>Buyer and seller seem to be the same.</summary>
    SellerIsBuyer,

    /// <summary>A rule against money laundering fired.</summary>
    RuleFired,

    /// <summary>Another one; the note says which.</summary>
    Other,
}

/// <summary>Something that may be money laundering, by the document of a buyer. That it exists is secret.</summary>
public sealed partial class AmlCase
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 4000;

    /// <summary>Longest number of a report.</summary>
    public const int LongestNumber = 60;

    /// <summary>Its id.</summary>
    public required string CaseId { get; init; }

    /// <summary>The document, hashed; 16 zero bytes where the order names none.</summary>
    public required byte[] Document { get; init; }

    /// <summary>From where it was opened.</summary>
    public required AmlOrigin Origin { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who opened it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>Until when it is to be concluded.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The reasons, as names parted by commas.</summary>
    public required string ReasonNames { get; set; }

    /// <summary>The stream of its journal entries.</summary>
    public string Stream => StreamOf(CaseId);

    /// <summary>Why somebody looks into it.</summary>
    public IReadOnlyList<AmlReason> Reasons => [.. ReasonNames.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AmlReason>)];

    /// <summary>The journal stream of a case.</summary>
    public static string StreamOf(string caseId) => $"aml/{caseId}";

    /// <summary>Reasons as they are kept: each once, in their order.</summary>
    public static string NamesOf(IEnumerable<AmlReason> reasons) => string.Join(',', reasons.Distinct().Order());
}
