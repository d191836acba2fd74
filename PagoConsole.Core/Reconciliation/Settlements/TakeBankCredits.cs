using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>What became of a file.</summary>
/// <param name="Read">Lines read, the header not counted.</param>
/// <param name="Taken">Credits that are new.</param>
/// <param name="AlreadyThere">Credits that were there, struck out or not.</param>
/// <param name="Refused">Lines that were not taken, and why.</param>
public sealed record CreditsTaken(int Read, int Taken, int AlreadyThere, IReadOnlyList<RefusedCredit> Refused);

/// <summary>Takes bank credits in, one by hand or many from a file; one that is there already is not taken twice.</summary>
public sealed class TakeBankCredits
{
    private readonly Writes writes;

    internal TakeBankCredits(Writes writes) => this.writes = writes;

    /// <summary>Takes one that somebody enters.</summary>
    public Task<Result<BankCredit>> EnterAsync(CreditEntry entry, Actor by, CancellationToken ct) =>
        writes.RunAsync<BankCredit>(
            async tx =>
            {
                if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
                var trimmed = entry with { Reference = entry.Reference.Trim() };
                if (trimmed.FaultOn(Lima.DayOf(tx.Now)) is { } fault) return new Refusal(RefusalCode.Invalid, fault.ToString());
                var kept = await AddNewAsync(tx, [trimmed], null, by, ct);
                if (kept.Count == 0) return RefusalCode.CreditAlreadyThere;
                tx.Journal(SettlementEvents.Stream, SettlementEvents.Entered, by, DataOf(kept[0]), personal: new { kept[0].Reference });
                return kept[0];
            },
            ct);

    /// <summary>Takes those of a file: bad lines are told, the others taken.</summary>
    public Task<Result<CreditsTaken>> UploadAsync(CreditFile file, Actor by, CancellationToken ct)
    {
        var (lines, broken) = by.May(Permission.Reconcile) ? file.Read() : ([], null);
        return writes.RunAsync<CreditsTaken>(
            async tx =>
            {
                if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
                if (broken is { } fault) return new Refusal(RefusalCode.Invalid, fault.ToString());
                var today = Lima.DayOf(tx.Now);
                var judged = lines.Select(line => (Line: line, line.Entry, Fault: line.Fault ?? line.Entry!.FaultOn(today))).ToList();
                var good = judged.Where(line => line.Fault is null).Select(line => line.Entry!).ToList();
                var kept = await AddNewAsync(tx, good, file.ShortName, by, ct);
                var outcome = new CreditsTaken(
                    lines.Count, kept.Count, good.Count - kept.Count, [.. judged.Where(line => line.Fault is not null).Select(line => new RefusedCredit(line.Line.Line, line.Fault!.Value, line.Line.TextOf(line.Fault.Value)))]);
                tx.Journal(
                    SettlementEvents.Stream, SettlementEvents.Uploaded, by,
                    new { file = file.ShortName, sha256 = file.Hash(), outcome.Read, outcome.Taken, outcome.AlreadyThere, refused = outcome.Refused.Count });
                return outcome;
            },
            ct);
    }

    internal static object DataOf(BankCredit credit) =>
        new { credit.CreditId, credit.Date, currency = credit.Currency.Code, amount = new Money(credit.AmountMinor, credit.Currency).ToWire() };

    private static async Task<List<BankCredit>> AddNewAsync(WriteScope tx, List<CreditEntry> entries, string? file, Actor by, CancellationToken ct)
    {
        if (entries.Count == 0) return [];
        await tx.LockNamesAsync(["bank_credits"], ct); // two people with the same file take turns
        var (from, to) = (entries.Min(e => e.Date), entries.Max(e => e.Date));
        var known = (await tx.Db.Set<BankCredit>().AsNoTracking().Where(c => c.Date >= from && c.Date <= to)
            .Select(c => new { c.Date, c.Currency, c.AmountMinor, c.Reference }).ToListAsync(ct))
            .Select(c => new CreditEntry(c.Date, new Money(c.AmountMinor, c.Currency), c.Reference)).ToHashSet();
        var kept = entries.Where(known.Add).Select(entry => new BankCredit
        {
            CreditId = Ids.New("crd", tx.Now),
            Date = entry.Date,
            Currency = entry.Amount.Currency,
            AmountMinor = entry.Amount.Minor,
            Reference = entry.Reference,
            FileName = file,
            EnteredBy = by.Signature,
            EnteredAt = tx.Now,
        }).ToList();
        tx.Db.AddRange(kept);
        return kept;
    }
}
