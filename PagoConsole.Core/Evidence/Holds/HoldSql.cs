namespace PagoConsole.Core.Evidence.Holds;

/// <summary>Whether something is under a hold, as a condition for statements of both databases. Asked in the very transaction that erases.</summary>
internal static class HoldSql
{
    /// <summary>An order with this id and account.</summary>
    public static string Order(string orderId, string accountId) =>
        $"""
        EXISTS (SELECT 1 FROM legal_holds h WHERE h.lifted_at IS NULL AND (
          (h.kind = 'Order' AND h.value = {orderId}) OR (h.kind = 'Account' AND h.value = {accountId})
          OR (h.kind = 'Document' AND EXISTS (SELECT 1 FROM order_identifiers i WHERE i.order_id = {orderId} AND i.kind = 'Document' AND i.value_hash = h.value_hash))))
        """;

    /// <summary>An account: held itself, by a held order of it, or by a held document that one of its orders names.</summary>
    public static string Account(string accountId) =>
        $"""
        EXISTS (SELECT 1 FROM legal_holds h WHERE h.lifted_at IS NULL AND (
          (h.kind = 'Account' AND h.value = {accountId})
          OR (h.kind = 'Order' AND EXISTS (SELECT 1 FROM orders held WHERE held.order_id = h.value AND held.account_id = {accountId}))
          OR (h.kind = 'Document' AND EXISTS (SELECT 1 FROM order_identifiers i WHERE i.kind = 'Document' AND i.value_hash = h.value_hash AND i.account_id = {accountId}))))
        """;

    /// <summary>A hash of a document or account.</summary>
    public static string Hash(string hash) => $"EXISTS (SELECT 1 FROM legal_holds h WHERE h.lifted_at IS NULL AND h.value_hash = {hash})";
}
