using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>Shows the buyer's form unmasked to who makes the transfer; that is journalled.</summary>
public sealed class ShowPayee(Writes writes)
{
    /// <summary>Shows it.</summary>
    public Task<Result<Payee>> RunAsync(string caseId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Payee>(
            async tx =>
            {
                if (!by.May(Permission.DecideMoney) && !by.May(Permission.SeePersonalData)) return RefusalCode.NotAllowed;
                if (!by.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
                if (await tx.Db.Set<PayeeRow>().AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == caseId, ct) is not { } row) return RefusalCode.NotFound;
                var orderId = await tx.Db.Set<MoneyCase>().Where(c => c.CaseId == caseId).Select(c => c.OrderId).SingleAsync(ct);
                tx.Journal(Order.StreamOf(orderId), MoneyEvents.PayeeSeen, by, new { caseId }, orderId);
                return Payee.FromJson(row.Json);
            },
            ct);
}

/// <summary>Gives a copy of a proof to who may see the personal data in it; that is journalled.</summary>
public sealed class TakeProof(Writes writes)
{
    /// <summary>Gives it.</summary>
    public Task<Result<ProofRow>> RunAsync(string proofId, Actor by, CancellationToken ct) =>
        writes.RunAsync<ProofRow>(
            async tx =>
            {
                if (!by.May(Permission.DecideMoney) && !by.May(Permission.SeePersonalData)) return RefusalCode.NotAllowed;
                if (!by.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
                if (await tx.Db.Set<ProofRow>().AsNoTracking().SingleOrDefaultAsync(p => p.ProofId == proofId, ct) is not { } proof) return RefusalCode.NotFound;
                var orderId = await tx.Db.Set<MoneyCase>().Where(c => c.CaseId == proof.CaseId).Select(c => c.OrderId).SingleAsync(ct);
                tx.Journal(Order.StreamOf(orderId), MoneyEvents.ProofTaken, by, new { proof.CaseId, proofId }, orderId);
                return proof;
            },
            ct);
}
