using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Journal;

namespace PagoConsole.Hosting.Commands;

/// <summary>What a check of journal and seals found, in English, the first broken entry first.</summary>
internal static class VerdictWords
{
    public static IEnumerable<string> Of(EvidenceVerdict verdict) =>
    [
        .. verdict.Journal.Faults.Select(Of),
        .. verdict.Seals.Faults.Select(Of),
        .. verdict.UnknownRuns.Select(run => FormattableString.Invariant($"private parts were erased under run {run}, which the journal does not know")),
    ];

    private static string Of(JournalFault fault)
    {
        var place = FormattableString.Invariant($"{fault.Stream} position {fault.Position}");
        if (fault.Seq is { } seq) place = FormattableString.Invariant($"{place} (seq {seq})");
        return $"{place}: {Words(fault.Kind)}";
    }

    private static string Of(SealFault fault)
    {
        var seal = FormattableString.Invariant($"the seal of {fault.Day:yyyy-MM-dd}");
        return fault.Stream is null ? $"{seal} {Words(fault.Kind)}" : FormattableString.Invariant($"{fault.Stream} position {fault.Position}: {seal} {Words(fault.Kind)}");
    }

    private static string Words(JournalFaultKind kind) => kind switch
    {
        JournalFaultKind.Missing => "it is missing",
        JournalFaultKind.Cut => "it is missing, and so is all behind it up to the stream's head",
        JournalFaultKind.NotFollowing => "it does not follow the entry before it",
        JournalFaultKind.Changed => "its content does not fit its hash",
        JournalFaultKind.OutOfOrder => "it stands before its predecessor in the journal",
        JournalFaultKind.HeadDiffers => "the stream's head is not its hash",
        JournalFaultKind.NoHead => "the stream has entries and no head",
        JournalFaultKind.BeyondHead => "the stream's head does not know it",
        JournalFaultKind.PrivateMissing => "private part missing, and no retention run accounts for it",
        JournalFaultKind.PrivateChanged => "its private part does not fit its digest",
        JournalFaultKind.PrivateWithoutEntry => "there is a private part without its entry",
    };

    private static string Words(SealFaultKind kind) => kind switch
    {
        SealFaultKind.DayMissing => "is missing",
        SealFaultKind.NotFollowing => "does not follow the one of the day before",
        SealFaultKind.SignatureWrong => "does not carry the signature of its key",
        SealFaultKind.KeyUnknown => "is signed with a key that the journal does not know",
        SealFaultKind.RootDiffers => "has another root than its leaves lead to",
        SealFaultKind.LeavesMissing => "lacks leaves, or has too many",
        SealFaultKind.NotAsJournalled => "has another root than the journal says was sealed",
        SealFaultKind.EntryMissing => "knows this entry, and the journal does not",
        SealFaultKind.EntryDiffers => "knows another entry here than the journal has now",
    };
}
