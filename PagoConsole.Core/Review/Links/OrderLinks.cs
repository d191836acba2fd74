using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review.Links;

/// <summary>
/// Who hangs together with an order's account. From the identifiers of the order and of its account to the other accounts that use them, from
/// there to what these have in common, and by that one ring further; within <see cref="LinkBounds"/>, by ten short statements in all.
/// </summary>
public sealed class OrderLinks(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Reads it.</summary>
    public async Task<Result<LinkGraph>> ReadAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeReviews)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await db.Set<Order>().SingleOrDefaultAsync(o => o.OrderId == orderId, ct) is not { } order) return RefusalCode.NotFound;
        var reads = new LinkReads(db, order.PlacedAt - LinkBounds.Window);
        var ofOrder = await KeysOfAsync(db, orderId, ct);
        var web = new LinkWeb(order.AccountId);
        await WalkAsync(web, reads, order.AccountId, ofOrder, ct);

        var ties = web.Ties(ofOrder);
        web.KeepTied(ties);
        var labels = await LabelsAsync(db, [orderId, .. ties.Select(web.ExampleOf)], ct);
        return new LinkGraph(
            orderId,
            await AccountsAsync(db, reads, web.Accounts, order.AccountId, ct),
            [.. ties.Select((key, n) => new GraphIdentifier(n, key.Kind, labels.GetValueOrDefault(key), ofOrder.Contains(key)))],
            [.. ties.SelectMany((key, n) => web.UsersOf(key).Where(web.Accounts.Contains).Select(account => new GraphLink(account, n)))],
            [.. ofOrder.OrderByDescending(key => LinkBounds.StrengthOf(key.Kind)).ThenBy(key => key.Kind).Select(key => Shared(key, web, order.AccountId, labels))],
            web.Cut);
    }

    private static async Task WalkAsync(LinkWeb web, LinkReads reads, string own, HashSet<IdentifierKey> ofOrder, CancellationToken ct)
    {
        web.Add(await reads.UsedByAsync([own], ct));
        IdentifierKey[] mine = [.. ofOrder, .. web.Onward(ofOrder).Take(LinkBounds.Identifiers - ofOrder.Count)];
        web.AddUsers(await reads.UsersAsync(mine, ct));
        var others = web.Show(mine);

        web.Add(await reads.UsedByAsync(others, ct));
        var onward = web.Onward(mine.ToHashSet());
        web.AddUsers(await reads.UsersAsync(onward, ct));
        web.Show(onward);
    }

    private static SharedIdentifier Shared(IdentifierKey key, LinkWeb web, string own, Dictionary<IdentifierKey, string?> labels) =>
        new(key.Kind, labels.GetValueOrDefault(key), web.UsersOf(key).Count(account => account != own), web.MayHaveMore(key));

    private static async Task<HashSet<IdentifierKey>> KeysOfAsync(PagoDb db, string orderId, CancellationToken ct)
    {
        var rows = await db.Set<OrderIdentifier>().Where(i => i.OrderId == orderId).Select(i => new { i.Kind, i.ValueHash }).ToListAsync(ct);
        return [.. rows.Where(row => LinkBounds.Kinds.Contains(row.Kind)).Select(row => IdentifierKey.Of(row.Kind, row.ValueHash))];
    }

    private static async Task<Dictionary<IdentifierKey, string?>> LabelsAsync(PagoDb db, string[] orders, CancellationToken ct)
    {
        var contents = await db.Set<OrderContentRow>().Where(c => orders.Contains(c.OrderId)).Select(c => c.Json).ToListAsync(ct);
        var labels = new Dictionary<IdentifierKey, string?>();
        foreach (var (key, label) in contents.SelectMany(json => IdentifierLabels.Of(OrderContent.FromJson(json)))) labels.TryAdd(key, label);
        return labels;
    }

    private static async Task<IReadOnlyList<GraphAccount>> AccountsAsync(PagoDb db, LinkReads reads, IReadOnlyList<string> accounts, string own, CancellationToken ct)
    {
        var fates = await reads.FatesAsync(accounts, ct);
        var flags = await db.Set<AccountFlag>().Where(f => accounts.Contains(f.AccountId) && f.ClearedAt == null)
            .GroupBy(f => f.AccountId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. accounts.Select(account => (Id: account, Fates: fates.GetValueOrDefault(account))).Select(account => new GraphAccount(
            account.Id, account.Id == own, account.Fates.Orders, account.Fates.Paid, account.Fates.Fraud, account.Fates.Rejected, flags.GetValueOrDefault(account.Id)))];
    }
}
