using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Strikes a bank credit out that was entered in error, or has it count again. Nothing is ever deleted.</summary>
public sealed class VoidBankCredit
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 500;

    private readonly Writes writes;

    internal VoidBankCredit(Writes writes) => this.writes = writes;

    /// <summary>Strikes it out.</summary>
    public Task<Result<BankCredit>> VoidAsync(string creditId, string note, Actor by, CancellationToken ct) =>
        ChangeAsync(
            creditId, note, SettlementEvents.Voided, by,
            (credit, now) =>
            {
                if (credit.VoidedAt is not null) return false;
                (credit.VoidedBy, credit.VoidedAt, credit.VoidedNote) = (by.Signature, now, note.Trim());
                return true;
            },
            ct);

    /// <summary>Has it count again.</summary>
    public Task<Result<BankCredit>> RestoreAsync(string creditId, string note, Actor by, CancellationToken ct) =>
        ChangeAsync(
            creditId, note, SettlementEvents.Restored, by,
            (credit, _) =>
            {
                if (credit.VoidedAt is null) return false;
                (credit.VoidedBy, credit.VoidedAt, credit.VoidedNote) = (null, null, null);
                return true;
            },
            ct);

    private Task<Result<BankCredit>> ChangeAsync(
        string creditId, string note, string kind, Actor by, Func<BankCredit, DateTimeOffset, bool> change, CancellationToken ct) =>
        writes.RunAsync<BankCredit>(
            async tx =>
            {
                if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
                if (note.Length > LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                if (await tx.LockAsync<BankCredit>(creditId, ct) is not { } credit) return RefusalCode.NotFound;
                if (change(credit, tx.Now)) tx.Journal(SettlementEvents.Stream, kind, by, TakeBankCredits.DataOf(credit), personal: new { credit.Reference, note = note.Trim() });
                return credit;
            },
            ct);
}
