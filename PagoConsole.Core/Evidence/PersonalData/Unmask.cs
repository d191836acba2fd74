using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>What every unmasking asks: the permission, and a reason, which is kept apart as it may name somebody.</summary>
internal static class Unmasking
{
    public const int LongestReason = 500;

    public static Refusal? Refuse(string reason, Actor by)
    {
        if (!by.May(Permission.SeePersonalData)) return new Refusal(RefusalCode.NotAllowed);
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal(RefusalCode.NoteNeeded, "reason");
        return reason.Length > LongestReason ? new Refusal(RefusalCode.Invalid, "reason") : null;
    }
}

/// <summary>Shows who an account belongs to, unmasked, with a reason that is journalled.</summary>
public sealed class UnmaskAccount(Writes writes, AccountFile file)
{
    /// <summary>Unmasks it.</summary>
    public async Task<Result<AccountView>> RunAsync(string accountId, string reason, Actor by, CancellationToken ct)
    {
        var read = await file.WholeAsync(accountId, by, ct);
        if (read.Refusal is { } refused) return refused;
        if (read.Value is not { } view) return RefusalCode.NotFound;
        return await writes.RunAsync<AccountView>(
            tx =>
            {
                if (Unmasking.Refuse(reason, by) is { } refusal) return Task.FromResult<Result<AccountView>>(refusal);
                tx.Journal(AccountEvents.StreamOf(accountId), PersonalDataEvents.AccountUnmasked, by, null, null, new { reason = reason.Trim() });
                return Task.FromResult<Result<AccountView>>(view);
            },
            ct);
    }
}

/// <summary>Shows a delivery as it came, unmasked, with a reason that is journalled with its order.</summary>
public sealed class UnmaskDelivery(Writes writes, EventFeed feed)
{
    /// <summary>Unmasks it.</summary>
    public async Task<Result<RawDelivery>> RunAsync(EventLine line, string reason, Actor by, CancellationToken ct)
    {
        var read = await feed.WholeAsync(by, line, ct);
        if (read.Refusal is { } refused) return refused;
        return await writes.RunAsync<RawDelivery>(
            async tx =>
            {
                if (Unmasking.Refuse(reason, by) is { } refusal) return refusal;
                var order = line.OrderId is { } id && await tx.Db.Set<Order>().AnyAsync(o => o.OrderId == id, ct) ? id : null;
                var stream = order is null ? PersonalDataEvents.StreamOf(tx.Now) : Order.StreamOf(order);
                tx.Journal(stream, OrderEvents.DeliveryUnmasked, by, new { line.ReceiptId, line.RefusalId }, order, new { reason = reason.Trim() });
                return read.Value;
            },
            ct);
    }
}

/// <summary>Shows what an entry of a list names, unmasked, with a reason that is journalled.</summary>
public sealed class UnmaskListEntry(Writes writes)
{
    /// <summary>Unmasks it.</summary>
    public Task<Result<ListEntry>> RunAsync(string entryId, string reason, Actor by, CancellationToken ct) => writes.RunAsync<ListEntry>(
        async tx =>
        {
            if (!by.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
            if (Unmasking.Refuse(reason, by) is { } refusal) return refusal;
            if (await tx.Db.Set<ListEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.EntryId == entryId, ct) is not { } entry) return RefusalCode.NotFound;
            tx.Journal(
                ListEvents.Stream, PersonalDataEvents.ListEntryUnmasked, by, new { entryId, value = Convert.ToHexStringLower(entry.ValueHash) }, null,
                new { reason = reason.Trim() });
            return entry;
        },
        ct);
}
