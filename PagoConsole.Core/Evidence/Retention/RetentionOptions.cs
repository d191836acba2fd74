using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>What is kept for a term of its own.</summary>
public enum RetentionKind
{
    /// <summary>All that belongs to an order: what the buyer told, deliveries, disputes, notes, raw bodies.</summary>
    Orders,

    /// <summary>The same of orders for which a rule against money laundering fired.</summary>
    AmlOrders,

    /// <summary>Logins of accounts at the marketplace, and notes on accounts.</summary>
    Accounts,

    /// <summary>Deliveries of PagoEfectivo that concern no order here, and those turned away at the door.</summary>
    Deliveries,

    /// <summary>List entries that hold no more.</summary>
    Lists,

    /// <summary>Notes and files of reconciliation that concern no order.</summary>
    Reconciliation,

    /// <summary>From which addresses our own people signed in.</summary>
    SignIns,
}

/// <summary>How long one kind is kept, and why.</summary>
public sealed class RetentionTerm
{
    /// <summary>The shortest term that may be configured.</summary>
    public const int ShortestYears = 5;

    /// <summary>The longest term that may be configured.</summary>
    public const int LongestYears = 100;

    /// <summary>Whole calendar years, counted from 1 January after the year of the last thing that happened.</summary>
    /// <value>5 to 100.</value>
    public int Years { get; set; } = ShortestYears;

    /// <summary>The norm that the term rests on.</summary>
    public string Source { get; set; } = "Código de Comercio, art. 49; TUO del Código Tributario (D.S. 133-2013-EF), art. 87 num. 7";

    /// <summary>The day on which somebody last looked that the norm still says so.</summary>
    public DateOnly AsOf { get; set; } = new(2026, 11, 23);
}

/// <summary>Section <c>Retention</c>: a term for each kind, such as <c>Retention:Orders:Years=10</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retention";

    // A login shortly before an order is part of the order's evidence, and the year may have turned in between.
    private static readonly TimeSpan BeforeAnOrder = TimeSpan.FromDays(31);

    /// <summary>Orders.</summary>
    /// <value>Default: 5 years.</value>
    public RetentionTerm Orders { get; set; } = new();

    /// <summary>Orders marked against money laundering.</summary>
    /// <value>Default: 10 years.</value>
    public RetentionTerm AmlOrders { get; set; } = new() { Years = 10, Source = "Ley 27693 y su Reglamento (D.S. 020-2017-JUS); Res. SBS 789-2018" };

    /// <summary>Logins and notes on accounts.</summary>
    /// <value>Default: 5 years.</value>
    public RetentionTerm Accounts { get; set; } = new();

    /// <summary>Deliveries that concern no order.</summary>
    /// <value>Default: 5 years.</value>
    public RetentionTerm Deliveries { get; set; } = new();

    /// <summary>List entries that hold no more.</summary>
    /// <value>Default: 5 years.</value>
    public RetentionTerm Lists { get; set; } = new();

    /// <summary>Notes and files of reconciliation.</summary>
    /// <value>Default: 5 years.</value>
    public RetentionTerm Reconciliation { get; set; } = new();

    /// <summary>Sign-ins of our own people.</summary>
    /// <value>Default: 5 years.</value>
    public RetentionTerm SignIns { get; set; } = new();

    /// <summary>The term of a kind.</summary>
    public RetentionTerm Of(RetentionKind kind) => kind switch
    {
        RetentionKind.Orders => Orders,
        RetentionKind.AmlOrders => AmlOrders,
        RetentionKind.Accounts => Accounts,
        RetentionKind.Deliveries => Deliveries,
        RetentionKind.Lists => Lists,
        RetentionKind.Reconciliation => Reconciliation,
        RetentionKind.SignIns => SignIns,
    };

    /// <summary>What last happened before this instant is due at <paramref name="now"/>.</summary>
    public DateTimeOffset CutoffOf(RetentionKind kind, DateTimeOffset now)
    {
        var start = Lima.StartOf(new DateOnly(Lima.DayOf(now).Year - Of(kind).Years, 1, 1));
        return kind == RetentionKind.Accounts ? start - BeforeAnOrder : start;
    }
}

/// <summary>Checks the terms; every fault is told by its key.</summary>
internal sealed class CheckRetentionOptions : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        var faults = new List<string>();
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            var (key, term) = ($"{RetentionOptions.Section}:{kind}", options.Of(kind));
            if (term.Years is < RetentionTerm.ShortestYears or > RetentionTerm.LongestYears)
                faults.Add($"{key}:{nameof(term.Years)}: takes {RetentionTerm.ShortestYears} to {RetentionTerm.LongestYears} years");
            if (string.IsNullOrWhiteSpace(term.Source)) faults.Add($"{key}:{nameof(term.Source)}: takes the norm that the term rests on");
            if (term.AsOf == default) faults.Add($"{key}:{nameof(term.AsOf)}: takes a date such as 2026-11-22");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
