using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Holds;

/// <summary>Puts an order, an account or a document under a legal hold: nothing of it is erased until the hold is lifted.</summary>
public sealed class PlaceHold(Writes writes)
{
    /// <summary>Places it. A document may be one that no order names yet.</summary>
    /// <param name="kind">What it is on.</param>
    /// <param name="value">The id; of a document <c>DNI 12345678</c> or the number alone, which is then a DNI.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<LegalHold>> RunAsync(HeldKind kind, string value, string reason, Actor by, CancellationToken ct) =>
        writes.RunAsync<LegalHold>(
            async tx =>
            {
                if (!by.May(Permission.HoldOrders)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LegalHold.LongestReason) return new Refusal(RefusalCode.NoteNeeded, "reason");
                if (value.Trim() is not { Length: > 0 and <= 128 } told || Of(kind, told) is not var (stored, shown, hash)) return new Refusal(RefusalCode.Invalid, "value");
                if (kind == HeldKind.Order && !await tx.Db.Set<Order>().AnyAsync(o => o.OrderId == stored, ct)) return RefusalCode.UnknownOrder;
                await tx.LockNamesAsync([HoldEvents.Turn], ct);
                var key = LegalHold.KeyOf(kind, stored);
                if (await tx.Db.Set<LegalHold>().AnyAsync(h => h.OpenKey == key, ct)) return RefusalCode.HeldAlready;
                var hold = new LegalHold
                {
                    HoldId = Ids.New("hold", tx.Now),
                    Kind = kind,
                    Value = stored,
                    Shown = shown,
                    ValueHash = hash,
                    Reason = reason.Trim(),
                    PlacedBy = by.Signature,
                    PlacedAt = tx.Now,
                }.Begun();
                tx.Db.Add(hold);
                tx.Journal(HoldEvents.StreamOf(hold), HoldEvents.Placed, by, new { hold.HoldId, hold.Kind, hold.Shown }, OrderOf(hold), new { hold.Reason });
                return hold;
            },
            ct);

    internal static string? OrderOf(LegalHold hold) => hold.Kind == HeldKind.Order ? hold.Value : null;

    private static (string Stored, string Shown, byte[]? Hash)? Of(HeldKind kind, string value) => kind switch
    {
        HeldKind.Order => (value, value, null),
        HeldKind.Account => (value, value, OrderIdentifier.HashOf(IdentifierKind.Account, value)),
        HeldKind.Document => Document(value),
    };

    private static (string, string, byte[]?)? Document(string value)
    {
        var (type, number) = value.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var first, var second] ? (first, second) : (null, value);
        if (Identifiers.Document(type, number) is not { } normal) return null;
        var hash = OrderIdentifier.HashOf(IdentifierKind.Document, normal);
        var parts = normal.Split(':', 2);
        return (Convert.ToHexStringLower(hash), $"{parts[0]} {Masking.Tail(parts[1], 3)}", hash);
    }
}
