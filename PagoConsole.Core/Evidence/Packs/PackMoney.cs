using PagoConsole.Core.Evidence.Chain;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>The records of an order's money as JSON: what came, what went back, and who decided what did not fit.</summary>
internal static class PackMoney
{
    public static IEnumerable<PackFile> Of(EvidenceChainView chain)
    {
        yield return PackRecords.Record("movements", chain.Movements.Select(x => new
        {
            x.PaymentId,
            x.TransactionId,
            x.Kind,
            money = PackRecords.Of(x.Amount),
            x.At,
            x.SeenAt,
            x.Channel,
            x.Source,
        }));
        yield return PackRecords.Record("refunds", chain.Refunds.Select(x => new
        {
            x.RefundId,
            money = PackRecords.Of(x.Amount),
            reason = chain.Words(x.Reason),
            x.Whole,
            x.Route,
            x.OfTransaction,
            x.CaseId,
            reference = chain.Words(x.Reference),
            x.PaidOn,
            x.RequestedBy,
            x.RequestedAt,
            x.State,
            x.EndedAt,
            x.ToldBy,
        }));
        yield return PackRecords.Record("money-cases", chain.MoneyCases.Select(x => new
        {
            x.CaseId,
            x.PaymentId,
            x.TransactionId,
            x.Kind,
            money = PackRecords.Of(x.Amount),
            told = x.Told is { } told ? PackRecords.Of(told) : null,
            x.OpenedAt,
            x.State,
            x.FirstBy,
            x.FirstAt,
            x.FirstChoice,
            firstNote = chain.Words(x.FirstNote),
            x.Choice,
            note = chain.Words(x.Note),
            x.DecidedBy,
            x.DecidedAt,
            x.RefundId,
            x.SettledBy,
            x.SettledAt,
            x.LookedUpAt,
            x.LookedUp,
            payee = chain.Payees.GetValueOrDefault(x.CaseId),
        }));
        yield return PackRecords.Record("money", EvidenceMoney.Of(chain).Select(x => new
        {
            x.Due.Currency.Code,
            due = x.Due.ToWire(),
            received = x.Received.ToWire(),
            returned = x.Returned.ToWire(),
            returning = x.Returning.ToWire(),
            left = x.Left.ToWire(),
        }));
    }
}
