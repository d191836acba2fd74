using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>Which part of the desk one looks at.</summary>
public enum MoneyView
{
    /// <summary>All that is not settled.</summary>
    Waiting,

    /// <summary>Nobody has chosen yet.</summary>
    Open,

    /// <summary>A second person must choose.</summary>
    Second,

    /// <summary>A payout is to be made and recorded.</summary>
    Payout,

    /// <summary>Done with.</summary>
    Settled,

    /// <summary>All of them, settled too.</summary>
    All,
}

/// <summary>Which cases one wants to see.</summary>
/// <param name="View">The part of the desk.</param>
/// <param name="Kind">Only these.</param>
/// <param name="Age">Only what has waited for at least so long.</param>
/// <param name="Search">An order (or what its id begins with), a case, payment, transaction or CIP.</param>
public sealed record MoneyFilter(MoneyView View = MoneyView.Waiting, MoneyCaseKind? Kind = null, MoneyAge? Age = null, string? Search = null)
{
    /// <summary>Whether the newest come first: what waits begins with the oldest.</summary>
    public bool NewestFirst => View is MoneyView.Settled or MoneyView.All;

    internal IQueryable<MoneyCase> Of(PagoDb db, DateTimeOffset now)
    {
        var cases = db.Set<MoneyCase>().AsNoTracking();
        cases = View switch
        {
            MoneyView.Waiting => cases.Where(c => c.State != MoneyCaseState.Settled),
            MoneyView.Open => cases.Where(c => c.State == MoneyCaseState.Open),
            MoneyView.Second => cases.Where(c => c.State == MoneyCaseState.AwaitingSecond),
            MoneyView.Payout => cases.Where(c => c.State == MoneyCaseState.AwaitingPayout),
            MoneyView.Settled => cases.Where(c => c.State == MoneyCaseState.Settled),
            MoneyView.All => cases,
        };
        if (Kind is { } kind) cases = cases.Where(c => c.Kind == kind);
        if (Age is { } age && MoneyAges.OpenedBefore(MoneyAges.From(age), now) is var before) cases = cases.Where(c => c.OpenedAt < before);
        if (Search is { } text)
        {
            cases = cases.Where(c => c.OrderId.StartsWith(text) || c.CaseId == text || c.PaymentId == text || c.TransactionId == text
                || db.Set<Payment>().Any(p => p.PaymentId == c.PaymentId && p.Cip == text));
        }

        return cases;
    }
}

/// <summary>Where a page of the list begins.</summary>
/// <param name="OpenedAt">The instant of the last row of the page before.</param>
/// <param name="CaseId">Its id.</param>
public sealed record MoneyKey(DateTimeOffset OpenedAt, string CaseId)
{
    /// <summary>As an address has it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OpenedAt.ToUnixTimeMilliseconds()}.{CaseId}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static MoneyKey? Parse(string? text) =>
        text?.Split('.', 2) is [var ms, { Length: > 0 } id] && long.TryParse(ms, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 253_402_300_800_000
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(at), id)
            : null;
}
