namespace PagoConsole.Core.Evidence.Aml.LegalNumbers;

/// <summary>A number of the law, or of the company's own policy, that the monitor and its cases go by. None stands in the program itself.</summary>
public enum LegalNumber
{
    /// <summary>Whether the company is an obliged subject: 1 is yes, 0 is no; without a value nobody has settled it.</summary>
    ObligedSubject,

    /// <summary>Hours from the conclusion that an operation is suspicious to its report to the financial intelligence unit.</summary>
    ReportHours,

    /// <summary>From this amount on, in dollars, a single operation belongs into the register.</summary>
    SingleOperation,

    /// <summary>From this sum of a calendar month on, in dollars, the operations of one person belong into the register together.</summary>
    MonthlyOperations,

    /// <summary>Operations of at least this amount, in dollars, count towards <see cref="MonthlyOperations"/>.</summary>
    MonthlyMinimum,

    /// <summary>Years for which the register is kept.</summary>
    RegisterYears,

    /// <summary>From this share of <see cref="SingleOperation"/> on, in percent, an operation lies just under it.</summary>
    NearPercent,

    /// <summary>So many operations just under it are a pattern.</summary>
    NearCount,

    /// <summary>Within so many days.</summary>
    NearDays,

    /// <summary>Days within which a case is to be concluded.</summary>
    CaseDays,

    /// <summary>An exchange rate holds for a month if it is dated no more than so many days before its first day.</summary>
    RateDays,
}

/// <summary>One number, from a day on, with where it is from.</summary>
public sealed class LegalEntry
{
    /// <summary>Which number.</summary>
    public LegalNumber Number { get; set; }

    /// <summary>The first day in Lima on which it holds.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>The number; none where it is not settled.</summary>
    public decimal? Value { get; set; }

    /// <summary>Its unit, such as <c>hours</c> or <c>USD</c>.</summary>
    public string Unit { get; set; } = "";

    /// <summary>The norm, and what it says; shown beside the number, in the language of the norm.</summary>
    public string Source { get; set; } = "";

    /// <summary>Whether the compliance officer has confirmed it for this company.</summary>
    /// <value>Default false: the page asks for it.</value>
    public bool Confirmed { get; set; }
}

/// <summary>Section <c>Aml</c>.</summary>
public sealed class AmlOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Aml";

    /// <summary>
    /// The company's own numbers, and those of the law that changed: <c>Aml:Numbers:0:Number=ReportHours</c>, <c>…:ValidFrom=2027-01-01</c>,
    /// <c>…:Value=24</c>, <c>…:Unit=hours</c>, <c>…:Source=…</c>, <c>…:Confirmed=true</c>. One of the same number and day stands for the one that comes along.
    /// </summary>
    /// <value>Default: none; then those of <c>aml-numbers.json</c> hold.</value>
    public IList<LegalEntry> Numbers { get; } = [];

    /// <summary>The company's name on the draft of a report.</summary>
    /// <value>Default: none; the draft leaves room for it.</value>
    public string? CompanyName { get; set; }

    /// <summary>The company's RUC on the draft of a report.</summary>
    /// <value>Default: none.</value>
    public string? CompanyRuc { get; set; }

    /// <summary>The compliance officer's name on the draft of a report.</summary>
    /// <value>Default: none.</value>
    public string? ComplianceOfficer { get; set; }
}
