using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Accounts;

/// <summary>The file on one account: asked of history through the same look-ups as the rules, as if it ordered now.</summary>
public sealed class AccountFile(IDbContextFactory<PagoDb> contexts, PlaceFinder places, TimeProvider time)
{
    /// <summary>Orders that are shown at most.</summary>
    public const int MostOrders = 100;

    /// <summary>Reads it, masked; null if the account neither ordered nor logged in.</summary>
    public Task<Result<AccountView?>> ReadAsync(string accountId, Actor viewer, CancellationToken ct) => ReadAsync(accountId, viewer, whole: false, ct);

    /// <summary>Reads it with nothing masked, for what journals who asked and why.</summary>
    internal Task<Result<AccountView?>> WholeAsync(string accountId, Actor viewer, CancellationToken ct) => ReadAsync(accountId, viewer, whole: true, ct);

    private async Task<Result<AccountView?>> ReadAsync(string accountId, Actor viewer, bool whole, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var history = new StoredHistory(db, places);
        var contents = await ContentsAsync(db, accountId, ct);
        var now = time.GetUtcNow();
        var subject = Subject(accountId, contents, now);
        var logins = await history.LoginsAsync(subject, Past.YearBefore(subject), ct);
        if (contents.Count == 0 && logins.Count == 0) return (AccountView?)null;
        var flags = await db.Set<AccountFlag>().Where(f => f.AccountId == accountId).OrderByDescending(f => f.RaisedAt).Take(MostOrders).ToListAsync(ct);
        var keys = ListKeys.Of(subject).ToList();
        var listed = await db.Set<ListEntry>().Where(e => keys.Contains(e.ValueHash) && e.RemovedAt == null).ToListAsync(ct);
        var who = whole ? contents.FirstOrDefault()?.Account : contents.FirstOrDefault()?.Masked().Account;
        return new AccountView(
            accountId,
            contents.FirstOrDefault()?.Account.CreatedAt,
            await OrdersAsync(db, contents, ct),
            [.. LoginsOf(logins, now).Reverse()],
            await DevicesAsync(history, subject, contents, logins, ct),
            await LinkedAsync(history, subject, ct),
            [.. flags.OrderBy(f => f.ClearedAt is not null)],
            [.. listed.Where(e => e.HoldsAt(now))],
            who?.Email,
            who?.Phone,
            who is { DocumentNumber: { } number } ? $"{who.DocumentType ?? "DNI"} {number}" : null,
            who?.FullName)
        {
            ErasedUnder = contents.FirstOrDefault()?.ErasedUnder,
            Whole = whole,
            Words = FreeWords.About(contents),
        };
    }

    private static async Task<List<OrderContent>> ContentsAsync(PagoDb db, string accountId, CancellationToken ct)
    {
        var hash = OrderIdentifier.HashOf(IdentifierKind.Account, accountId);
        var ids = db.Set<OrderIdentifier>().Where(i => i.Kind == IdentifierKind.Account && i.ValueHash == hash)
            .OrderByDescending(i => i.PlacedAt).ThenByDescending(i => i.OrderId).Take(MostOrders);
        var rows = await ids.Join(db.Set<OrderContentRow>(), i => i.OrderId, c => c.OrderId, (i, c) => new { i.PlacedAt, i.OrderId, c.Json }).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.PlacedAt).ThenByDescending(r => r.OrderId, StringComparer.Ordinal).Select(r => OrderContent.FromJson(r.Json))];
    }

    private static OrderSubject Subject(string accountId, List<OrderContent> contents, DateTimeOffset now) => contents.FirstOrDefault() is { } latest
        ? OrderSubject.Of(latest, now, now)
        : OrderSubject.OfAccount(accountId, now);

    private static async Task<IReadOnlyList<AccountOrder>> OrdersAsync(PagoDb db, List<OrderContent> contents, CancellationToken ct)
    {
        var ids = contents.ConvertAll(c => c.OrderId);
        var orders = await db.Set<Order>().Where(o => ids.Contains(o.OrderId)).ToListAsync(ct);
        var assessed = await db.Set<Assessment>().Where(a => ids.Contains(a.OrderId))
            .Select(a => new { a.OrderId, a.Outcome, a.Score }).ToDictionaryAsync(a => a.OrderId, ct);
        return [.. orders.OrderByDescending(o => o.PlacedAt).Select(o => new AccountOrder(
            o.OrderId, o.Status, o.Amount, o.PlacedAt, o.Fraud, o.Imported, assessed.GetValueOrDefault(o.OrderId)?.Outcome, assessed.GetValueOrDefault(o.OrderId)?.Score))];
    }

    private static IEnumerable<AccountLogin> LoginsOf(IReadOnlyList<SeenLogin> logins, DateTimeOffset now)
    {
        var suspicions = LoginSuspicions.Find(logins, DateTimeOffset.MinValue, now + Span.Skew, new LoginSuspicionSettings()).ToLookup(s => (s.At, s.Ip, s.Device));
        return logins.Select(l => new AccountLogin(l.At, Masking.Ip(l.Ip), l.Country, l.Device, l.Success, [.. suspicions[(l.At, l.Ip, l.Device)].Select(s => s with { Ip = "", Device = "" })]));
    }

    private static async Task<IReadOnlyList<AccountDevice>> DevicesAsync(
        StoredHistory history, OrderSubject subject, List<OrderContent> contents, IReadOnlyList<SeenLogin> logins, CancellationToken ct)
    {
        var bound = await new DevicesOfAccount(new DeviceBindingSettings().CleanDays).BoundAsync(history, subject, ct);
        var unbound = await history.UnbindingsAsync(subject, ct);
        var past = await history.PastAsync(IdentifierKind.Account, subject, Past.YearBefore(subject), Past.Rows, ct);
        var names = contents.Select(c => c.Device?.Fingerprint).OfType<string>().Concat(logins.Select(l => l.Device)).Where(f => f.Length > 0)
            .Distinct(StringComparer.Ordinal).ToLookup(DevicesOfAccount.KeyOf);
        var seen = past.Where(o => o.Device is not null).Select(o => (Device: o.Device!.Value, At: o.PlacedAt, Order: true))
            .Concat(logins.Where(l => l.Success && l.Device.Length > 0).Select(l => (Device: DevicesOfAccount.KeyOf(l.Device), l.At, Order: false)));
        return [.. seen.GroupBy(s => s.Device).Select(g => new AccountDevice(
            g.Key.Bytes(), names[g.Key].FirstOrDefault(), g.Min(s => s.At), g.Max(s => s.At), g.Count(s => s.Order), g.Count(s => !s.Order),
            bound.Contains(g.Key), unbound.TryGetValue(g.Key, out var at) ? at : null)).OrderByDescending(d => d.LastSeenAt)];
    }

    private static async Task<IReadOnlyList<LinkedAccount>> LinkedAsync(StoredHistory history, OrderSubject subject, CancellationToken ct)
    {
        var shared = new SortedDictionary<string, SortedSet<IdentifierKind>>(StringComparer.Ordinal);
        var span = Past.YearBefore(subject);
        var keys = (await history.LinksOfAsync(subject.AccountId, subject, span, ct)).ToList();
        if (subject.Keys.TryGetValue(IdentifierKind.Device, out var device)) keys.Add(IdentifierKey.Of(IdentifierKind.Device, device));
        foreach (var key in keys)
        {
            var accounts = new HashSet<string>(StringComparer.Ordinal);
            await history.AccountsAsync(key.Kind, key.Bytes(), subject, span, accounts, ct);
            foreach (var account in accounts.Where(a => a != subject.AccountId)) (shared.TryGetValue(account, out var kinds) ? kinds : shared[account] = []).Add(key.Kind);
        }

        return [.. shared.Select(s => new LinkedAccount(s.Key, [.. s.Value])).OrderByDescending(l => l.Shared.Count)];
    }
}
