using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Accounts;

/// <summary>An account that a search found.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Orders">Its orders with what was searched for, counted to <see cref="AccountSearch.Most"/>.</param>
/// <param name="LastOrderAt">The last of them.</param>
/// <param name="Matched">What matched.</param>
public sealed record AccountHit(string AccountId, int Orders, DateTimeOffset LastOrderAt, IdentifierKind Matched);

/// <summary>Finds accounts by anything that identifies them: account, e-mail, phone, document, device, network address, shipping address.</summary>
public sealed class AccountSearch(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Orders of one identifier that are looked at.</summary>
    public const int Most = 500;

    /// <summary>Finds them; the latest order first.</summary>
    public async Task<Result<IReadOnlyList<AccountHit>>> ReadAsync(string text, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hits = new List<AccountHit>();
        foreach (var (kind, value) in Readings(text.Trim()).Distinct())
        {
            var hash = OrderIdentifier.HashOf(kind, value);
            var rows = await db.Set<OrderIdentifier>().AsNoTracking().Where(i => i.Kind == kind && i.ValueHash == hash)
                .OrderByDescending(i => i.PlacedAt).Take(Most).Select(i => new { i.AccountId, i.PlacedAt }).ToListAsync(ct);
            hits.AddRange(rows.GroupBy(r => r.AccountId).Select(g => new AccountHit(g.Key, g.Count(), g.Max(r => r.PlacedAt), kind)));
        }

        return hits.GroupBy(h => h.AccountId).Select(g => g.MaxBy(h => h.Orders)!).OrderByDescending(h => h.LastOrderAt).ToList();
    }

    private static IEnumerable<(IdentifierKind Kind, string Value)> Readings(string text)
    {
        foreach (var reading in Identifiers.Readings(text)) yield return reading;
        if (Identifiers.Address(new OrderAddress(text, null, null, null, null, null, null)) is { Length: > 0 } address) yield return (IdentifierKind.Address, address);
    }
}
