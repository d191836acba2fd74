using PagoConsole.Core.Alarms;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <summary>What all actions on a case share.</summary>
internal static class AmlCaseWork
{
    /// <summary>Locks it for whoever may work on it, and checks the note.</summary>
    public static Task<Result<AmlCase>> WorkAsync(
        Writes writes, string caseId, string? note, bool noteNeeded, Actor by, Func<WriteScope, AmlCase, Task<Refusal?>> body, CancellationToken ct) =>
        writes.RunAsync<AmlCase>(
            async tx =>
            {
                if (!by.May(Permission.WorkAml)) return RefusalCode.NotAllowed;
                if (noteNeeded && string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
                if (note?.Length > AmlCase.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                if (await tx.LockAsync<AmlCase>(caseId, ct) is not { } found) return RefusalCode.NotFound;
                return await body(tx, found) is { } refusal ? refusal : found;
            },
            ct);

    /// <summary>Writes into the case's own stream; a note stands apart.</summary>
    public static void Say(this WriteScope tx, AmlCase found, string kind, Actor by, object data, string? note) =>
        tx.Journal(found.Stream, kind, by, data, personal: string.IsNullOrWhiteSpace(note) ? null : new { note = note.Trim() });

    /// <summary>When a deadline is, as the words of an alarm have it.</summary>
    public static string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Lima.Zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Writes a note into a case.</summary>
public sealed class NoteAmlCase(Writes writes)
{
    /// <summary>Writes it.</summary>
    public Task<Result<AmlCase>> RunAsync(string caseId, string note, Actor by, CancellationToken ct) => AmlCaseWork.WorkAsync(
        writes, caseId, note, noteNeeded: true, by,
        (tx, found) =>
        {
            tx.Say(found, AmlEvents.Noted, by, new { caseId }, note);
            return Task.FromResult<Refusal?>(null);
        },
        ct);
}

/// <summary>Says for which reasons somebody looks into it.</summary>
public sealed class ChangeAmlReasons(Writes writes)
{
    /// <summary>Says it.</summary>
    public Task<Result<AmlCase>> RunAsync(string caseId, IReadOnlyList<AmlReason> reasons, string? note, Actor by, CancellationToken ct) => AmlCaseWork.WorkAsync(
        writes, caseId, note, noteNeeded: false, by,
        (tx, found) =>
        {
            var refusal = found.ChangeReasons(reasons);
            if (refusal is null) tx.Say(found, AmlEvents.ReasonsChanged, by, new { caseId, reasons }, note);
            return Task.FromResult(refusal);
        },
        ct);
}

/// <summary>Concludes a case. That it is suspicious starts the deadline of the report, and an alarm says so.</summary>
public sealed class ConcludeAmlCase(Writes writes, LegalBook book)
{
    /// <summary>Concludes it; says why.</summary>
    public Task<Result<AmlCase>> RunAsync(string caseId, bool suspicious, string note, Actor by, CancellationToken ct) => AmlCaseWork.WorkAsync(
        writes, caseId, note, noteNeeded: true, by,
        async (tx, found) =>
        {
            var hours = book.At(LegalNumber.ReportHours, Lima.DayOf(tx.Now));
            var refusal = suspicious ? found.FindSuspicious(by.Signature, tx.Now, TimeSpan.FromHours((double)hours.Value!.Value)) : found.FindHarmless(by.Signature, tx.Now);
            if (refusal is not null) return refusal;
            await tx.ClearAlarmAsync(AlarmKind.AmlDeadline, caseId, by, ct);
            if (suspicious)
            {
                tx.Say(found, AmlEvents.FoundSuspicious, by, new { caseId, found.ReportDueAt, hours = hours.Value, hours.ValidFrom, hours.Source }, note);
                await tx.AlarmAsync(AlarmKind.AmlDeadline, caseId, by, ct, details: [AmlCaseWork.Clock(found.ReportDueAt!.Value)]);
            }
            else tx.Say(found, AmlEvents.FoundHarmless, by, new { caseId }, note);
            return null;
        },
        ct);
}

/// <summary>Records that the report was handed in to the financial intelligence unit.</summary>
public sealed class ReportAmlCase(Writes writes)
{
    /// <summary>Records it.</summary>
    public Task<Result<AmlCase>> RunAsync(string caseId, string number, DateTimeOffset reportedAt, string? note, Actor by, CancellationToken ct) => AmlCaseWork.WorkAsync(
        writes, caseId, note, noteNeeded: false, by,
        async (tx, found) =>
        {
            var given = number.Trim();
            if (given.Length is 0 or > AmlCase.LongestNumber || given.Any(char.IsControl)) return new Refusal(RefusalCode.Invalid, "number");
            if (found.Report(given, reportedAt, by.Signature, tx.Now) is { } refusal) return refusal;
            await tx.ClearAlarmAsync(AlarmKind.AmlDeadline, caseId, by, ct);
            tx.Say(found, AmlEvents.Reported, by, new { caseId, number = given, found.ReportedAt, late = found.ReportedLate }, note);
            return null;
        },
        ct);
}
