using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <content>How it goes on and ends.</content>
public sealed partial class AmlCase
{
    /// <summary>Where it stands.</summary>
    public AmlCaseState State { get; private set; }

    /// <summary>When it was concluded.</summary>
    public DateTimeOffset? ConcludedAt { get; private set; }

    /// <summary>Who concluded it.</summary>
    public string? ConcludedBy { get; private set; }

    /// <summary>Until when the report is to be handed in; runs from the conclusion.</summary>
    public DateTimeOffset? ReportDueAt { get; private set; }

    /// <summary>When the report was handed in.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>Who recorded that.</summary>
    public string? ReportedBy { get; private set; }

    /// <summary>The number that the financial intelligence unit gave the report.</summary>
    public string? ReportNumber { get; private set; }

    /// <summary>How many warnings of its present deadline were given.</summary>
    public int Warnings { get; private set; }

    /// <summary>Counts the changes; two people cannot both change the same one.</summary>
    public int Version { get; private set; }

    /// <summary>The deadline that runs now; null where none does.</summary>
    public DateTimeOffset? Deadline => State switch
    {
        AmlCaseState.Open => DueAt,
        AmlCaseState.Suspicious => ReportDueAt,
        AmlCaseState.Reported or AmlCaseState.Harmless => null,
    };

    /// <summary>Whether the report was handed in after its deadline; null while it was not.</summary>
    public bool? ReportedLate => ReportedAt is { } at ? at > ReportDueAt : null;

    /// <summary>Concludes that it is suspicious: from now on the report is due.</summary>
    public Refusal? FindSuspicious(string by, DateTimeOffset now, TimeSpan within)
    {
        if (State != AmlCaseState.Open) return NotNow();
        (State, ConcludedAt, ConcludedBy, ReportDueAt, Warnings, Version) = (AmlCaseState.Suspicious, now, by, now + within, 0, Version + 1);
        return null;
    }

    /// <summary>Concludes that it is not.</summary>
    public Refusal? FindHarmless(string by, DateTimeOffset now)
    {
        if (State != AmlCaseState.Open) return NotNow();
        (State, ConcludedAt, ConcludedBy, Version) = (AmlCaseState.Harmless, now, by, Version + 1);
        return null;
    }

    /// <summary>The report was handed in.</summary>
    public Refusal? Report(string number, DateTimeOffset at, string by, DateTimeOffset now)
    {
        if (State != AmlCaseState.Suspicious) return NotNow();
        if (at > now || at < ConcludedAt) return new Refusal(RefusalCode.Invalid, "reportedAt");
        (State, ReportedAt, ReportedBy, ReportNumber, Version) = (AmlCaseState.Reported, at, by, number, Version + 1);
        return null;
    }

    /// <summary>Other reasons than before.</summary>
    public Refusal? ChangeReasons(IReadOnlyCollection<AmlReason> reasons)
    {
        if (State is AmlCaseState.Reported or AmlCaseState.Harmless) return NotNow();
        if (reasons.Count == 0 || !reasons.All(Enum.IsDefined)) return new Refusal(RefusalCode.Invalid, "reasons");
        if (NamesOf(reasons) == ReasonNames) return new Refusal(RefusalCode.NothingChanged);
        (ReasonNames, Version) = (NamesOf(reasons), Version + 1);
        return null;
    }

    /// <summary>A warning of the deadline was given.</summary>
    public void Warned(int warnings) => (Warnings, Version) = (warnings, Version + 1);

    private Refusal NotNow() => new(RefusalCode.NotPossibleInThisState, Detail: $"The case is {State}.", Args: [State]);
}
