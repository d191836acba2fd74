namespace PagoConsole.Core.Payments;

/// <summary>
/// From which of a payment's transactions the money went that PagoEfectivo sent back without being asked: pure. A delivery that names the transaction
/// says so itself. Otherwise it went from the money that pays the order as far as that is here, then from what came beside it, the oldest first; while
/// nothing pays the order it may have gone from any, so that of none too much is given back.
/// </summary>
internal static class UnaskedMoney
{
    /// <summary>Hundredths that went from one transaction.</summary>
    /// <param name="transactionId">Whose money; null for what pays the order, while nothing does.</param>
    /// <param name="settledBy">The transaction that pays the order; null while none does.</param>
    /// <param name="unasked">What went back unasked, of one currency.</param>
    /// <param name="paid">The transactions in which money came, oldest first.</param>
    /// <param name="kept">What of a transaction came and was not sent back by us.</param>
    public static long Of(string? transactionId, string? settledBy, IReadOnlyCollection<MoneyMovement> unasked, IReadOnlyList<string> paid, Func<string, long> kept)
    {
        if (settledBy is null) return unasked.Sum(m => m.AmountMinor);
        long Named(string id) => unasked.Where(m => m.TransactionId == id && m.TransactionId.Length > 0).Sum(m => m.AmountMinor);

        var went = paid.Append(settledBy).Distinct().ToDictionary(id => id, Named);
        var rest = unasked.Sum(m => m.AmountMinor) - went.Values.Sum();
        foreach (var id in paid.Where(id => id != settledBy).Prepend(settledBy).ToList())
        {
            var share = Math.Clamp(kept(id) - went[id], 0, rest);
            went[id] += share;
            rest -= share;
        }

        // More than ever came: that stands against the money of the order.
        went[settledBy] += rest;
        return transactionId is null ? 0 : went.GetValueOrDefault(transactionId);
    }
}
