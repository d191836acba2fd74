using PagoConsole.Core.Payments;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>Which money case is about the same money as a difference: pure.</summary>
internal static class MoneyCaseLinks
{
    /// <summary>The kinds of which finance may have a case.</summary>
    public static IReadOnlyList<DifferenceKind> Kinds { get; } = [.. Enum.GetValues<DifferenceKind>().Where(kind => CasesOf(kind).Length > 0)];

    /// <summary>The case of the same transaction, else one of the same payment that says the same; one that waits before one that is settled.</summary>
    /// <param name="kind">What disagrees.</param>
    /// <param name="transactionId">The transaction that the difference names; null where it names none.</param>
    /// <param name="cases">The cases of its payment.</param>
    public static MoneyCase? Best(DifferenceKind kind, string? transactionId, IEnumerable<MoneyCase> cases)
    {
        var fitting = cases.Where(c => CasesOf(kind).Contains(c.Kind)).ToList();
        var same = fitting.Where(c => c.TransactionId == transactionId).ToList();
        if (same.Count == 0 && kind == DifferenceKind.PaidTwice) return null; // another transaction is other money
        return (same.Count > 0 ? same : fitting).OrderByDescending(c => c.IsWaiting).ThenByDescending(c => c.OpenedAt).FirstOrDefault();
    }

    /// <summary>Whether what finance decided in the case is about exactly what the report says; else the report contradicts that money too.</summary>
    public static bool Covers(MoneyCase found, DifferenceKind kind, string? there) => kind switch
    {
        DifferenceKind.AmountMismatch => there == found.Amount.ToWire() || there == found.Told?.ToWire(),
        DifferenceKind.CurrencyMismatch => there == found.Currency.Code || there == found.ToldCurrency?.Code,
        _ => true,
    };

    private static MoneyCaseKind[] CasesOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.AmountMismatch => [MoneyCaseKind.Short, MoneyCaseKind.Over, MoneyCaseKind.Contradiction],
        DifferenceKind.CurrencyMismatch => [MoneyCaseKind.ForeignCurrency, MoneyCaseKind.Contradiction],
        DifferenceKind.PaidTwice => [MoneyCaseKind.PaidTwice, MoneyCaseKind.Short, MoneyCaseKind.Over, MoneyCaseKind.ForeignCurrency, MoneyCaseKind.Late],
        DifferenceKind.SettledButRejected => [MoneyCaseKind.Late],
        DifferenceKind.RefundMissing => [MoneyCaseKind.RefundFailed, MoneyCaseKind.RefundUnknown],
        DifferenceKind.StatusMismatch => [
            MoneyCaseKind.Late, MoneyCaseKind.Short, MoneyCaseKind.Over, MoneyCaseKind.ForeignCurrency, MoneyCaseKind.UnaskedRefund, MoneyCaseKind.RefundFailed,
            MoneyCaseKind.RefundUnknown
        ],
        DifferenceKind.MissingInReport or DifferenceKind.MissingLocally or DifferenceKind.DuplicateLine or DifferenceKind.WrongDay or DifferenceKind.UnknownSeller
            or DifferenceKind.FeeMismatch or DifferenceKind.NetMismatch or DifferenceKind.SettlementLate or DifferenceKind.SettlementChanged => [],
    };
}
