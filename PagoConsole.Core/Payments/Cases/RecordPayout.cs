using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>What a person did outside PagoEfectivo.</summary>
/// <param name="PaidOn">The day, in Lima.</param>
/// <param name="Reference">The bank's or the marketplace's reference.</param>
/// <param name="Proof">The proof; needed for a transfer.</param>
public sealed record PayoutDone(DateOnly PaidOn, string Reference, ProofUpload? Proof)
{
    /// <summary>Longest reference.</summary>
    public const int LongestReference = 100;

    /// <summary>Every field that is missing or cannot be right, in the order of the form; none if all can be.</summary>
    /// <param name="of">The case.</param>
    /// <param name="now">The instant.</param>
    public IReadOnlyList<string> Faults(MoneyCase of, DateTimeOffset now)
    {
        var faults = new List<string>();
        if (PaidOn > Lima.DayOf(now) || PaidOn < Lima.DayOf(of.OpenedAt)) faults.Add("paidOn");
        if (string.IsNullOrWhiteSpace(Reference) || Reference.Length > LongestReference) faults.Add("reference");
        if (Proof is null && of.Choice == MoneyChoice.OutOfBand) faults.Add("proof");
        return faults;
    }
}

/// <summary>Records that a decided payout outside PagoEfectivo was made: the money counts as gone back, and the case is settled.</summary>
public sealed class RecordPayout
{
    private readonly Writes writes;
    private readonly RefundLedger ledger;

    internal RecordPayout(Writes writes, RefundLedger ledger)
    {
        this.writes = writes;
        this.ledger = ledger;
    }

    /// <summary>Records it.</summary>
    public Task<Result<MoneyCase>> RunAsync(string caseId, PayoutDone done, Actor by, CancellationToken ct) =>
        writes.RunAsync<MoneyCase>(
            async tx =>
            {
                if (!by.May(Permission.DecideMoney)) return RefusalCode.NotAllowed;
                var locked = await CaseOnDesk.LockAsync(tx, caseId, ct);
                if (locked.Refusal is { } missing) return missing;
                var (found, refund) = (locked.Value.Case, locked.Value.Refunds.FirstOrDefault(r => r.RefundId == locked.Value.Case.RefundId));
                if (found.PaidOut(by, tx.Now) is { } refusal) return refusal;
                if (done.Faults(found, tx.Now) is [var fault, ..]) return new Refusal(RefusalCode.Invalid, fault);
                if (done.Proof is { IsGood: false }) return new Refusal(RefusalCode.FileNotAccepted, "proof");
                if (await PayAsync(tx, locked.Value, refund!, done, by, ct) is { } tooMuch) return tooMuch;
                await tx.EndAlarmAsync(found, by, ct);
                return found;
            },
            ct);

    private async Task<Refusal?> PayAsync(WriteScope tx, CaseOnDesk desk, Refund refund, PayoutDone done, Actor by, CancellationToken ct)
    {
        // PagoEfectivo may have sent it back meanwhile, unasked: it is not paid out on top of that.
        var here = RefundBalance.HereOf(desk.Movements, desk.Refunds, desk.Payment.TransactionId, desk.Transaction, refund.Currency);
        if (here < refund.AmountMinor) return new Refusal(RefusalCode.RefundExceedsReceived, Detail: $"Only {new Money(Math.Max(0, here), refund.Currency)} of it is still here.");
        (refund.Reference, refund.PaidOn) = (done.Reference.Trim(), done.PaidOn);
        var proof = done.Proof is { } file ? Keep(tx, desk.Case, refund, file, by) : null;
        tx.Journal(
            desk.Order.Stream, MoneyEvents.PaidOut, by,
            new
            {
                desk.Case.CaseId,
                refund.RefundId,
                refund.Route,
                amount = refund.Amount.ToWire(),
                currency = refund.Currency.Code,
                refund.PaidOn,
                proof = proof is null ? null : new { proof.ProofId, sha256 = Convert.ToHexStringLower(proof.Sha256) },
            },
            desk.Order.OrderId,
            new { refund.Reference });
        await ledger.DoneAsync(tx, desk.Order, desk.Payment, refund, by, ct);
        return null;
    }

    private static ProofRow Keep(WriteScope tx, MoneyCase found, Refund refund, ProofUpload file, Actor by)
    {
        var row = new ProofRow
        {
            ProofId = Ids.New("prf", tx.Now),
            CaseId = found.CaseId,
            RefundId = refund.RefundId,
            FileName = file.SafeName(),
            Type = file.Type!.Value,
            Size = file.Content.Length,
            Sha256 = file.Hash(),
            Content = file.Content,
            UploadedBy = by.Signature,
            UploadedAt = tx.Now,
        };
        tx.Db.Add(row);
        return row;
    }
}

/// <summary>Records that a decided payout could not be made, such as a transfer that the bank sent back: the case is open again.</summary>
public sealed class FailPayout
{
    private readonly Writes writes;
    private readonly RefundLedger ledger;

    internal FailPayout(Writes writes, RefundLedger ledger)
    {
        this.writes = writes;
        this.ledger = ledger;
    }

    /// <summary>Records it.</summary>
    public Task<Result<MoneyCase>> RunAsync(string caseId, string note, Actor by, CancellationToken ct) =>
        writes.RunAsync<MoneyCase>(
            async tx =>
            {
                if (!by.May(Permission.DecideMoney)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
                if (note.Length > MoneyDecision.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                var locked = await CaseOnDesk.LockAsync(tx, caseId, ct);
                if (locked.Refusal is { } missing) return missing;
                var desk = locked.Value;
                var refund = desk.Refunds.FirstOrDefault(r => r.RefundId == desk.Case.RefundId);
                if (desk.Case.PayoutFailed() is { } refusal) return refusal;
                tx.Journal(desk.Order.Stream, MoneyEvents.PayoutFailed, by, new { desk.Case.CaseId, refund!.RefundId }, desk.Order.OrderId, new { note = note.Trim() });
                await ledger.FailedAsync(tx, desk.Order, desk.Payment, refund, "payout_failed", by, ct);
                return desk.Case;
            },
            ct);
}
