using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>Another document that shares something with one.</summary>
/// <param name="Document">Its hash, in small hexadecimal.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Shared">What they share.</param>
/// <param name="Orders">Orders of it in which that was seen.</param>
public sealed record LinkedDocument(string Document, DocumentName? Name, IReadOnlyList<IdentifierKind> Shared, int Orders);

/// <summary>Who uses the same phone, e-mail, device, address or account as a document: along the index of identifiers, within bounds whatever there is.</summary>
internal static class LinkedDocuments
{
    private const int OwnOrders = 100;
    private const int OwnKeys = 40;
    private const int OrdersEach = 50;
    private const int Most = 50;

    private static readonly IdentifierKind[] Kinds = [IdentifierKind.Account, IdentifierKind.Device, IdentifierKind.Phone, IdentifierKind.Email, IdentifierKind.Address];

    public static async Task<IReadOnlyList<LinkedDocument>> ReadAsync(PagoDb db, byte[] document, bool whole, CancellationToken ct)
    {
        var keys = await KeysAsync(db, document, ct);
        if (keys.Count == 0) return [];
        var found = new List<(string Document, IdentifierKind Kind, string OrderId)>();
        await db.EachAsync(
            $"""
            SELECT d.value_hash, shared.kind, d.order_id FROM ({string.Join(" UNION ALL ", keys.Select((_, n) => Latest(n)))}) AS shared
            JOIN order_identifiers d ON d.order_id = shared.order_id AND d.kind = 'Document' AND d.value_hash <> @p0
            """,
            [document, .. keys.SelectMany(key => new object?[] { key.Kind.ToString(), key.Hash })],
            row => found.Add((Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0)), Enum.Parse<IdentifierKind>(row.GetString(1)), row.GetString(2))),
            ct);
        var linked = found.GroupBy(f => f.Document, StringComparer.Ordinal)
            .Select(g => (Document: g.Key, Shared: g.Select(f => f.Kind).Distinct().OrderBy(kind => Array.IndexOf(Kinds, kind)).ToList(), Orders: g.Select(f => f.OrderId).Distinct().Count()))
            .OrderByDescending(l => l.Shared.Count).ThenByDescending(l => l.Orders).ThenBy(l => l.Document, StringComparer.Ordinal).Take(Most).ToList();
        var names = await DocumentNames.ReadAsync(db, linked.Select(l => Convert.FromHexString(l.Document)), whole, ct);
        return linked.ConvertAll(l => new LinkedDocument(l.Document, names.GetValueOrDefault(l.Document), l.Shared, l.Orders));
    }

    private static async Task<List<(IdentifierKind Kind, byte[] Hash)>> KeysAsync(PagoDb db, byte[] document, CancellationToken ct)
    {
        var keys = new List<(IdentifierKind Kind, byte[] Hash)>();
        await db.EachAsync(
            $"""
            SELECT DISTINCT i.kind, i.value_hash FROM (
              SELECT order_id FROM order_identifiers WHERE kind = 'Document' AND value_hash = @p0 ORDER BY placed_at DESC, order_id DESC LIMIT {OwnOrders}) AS own
            JOIN order_identifiers i ON i.order_id = own.order_id WHERE i.kind IN ({string.Join(", ", Kinds.Select(kind => $"'{kind}'"))})
            """,
            [document],
            row => keys.Add((Enum.Parse<IdentifierKind>(row.GetString(0)), row.GetFieldValue<byte[]>(1))),
            ct);
        return [.. keys.OrderBy(key => Array.IndexOf(Kinds, key.Kind)).ThenBy(key => Convert.ToHexString(key.Hash), StringComparer.Ordinal).Take(OwnKeys)];
    }

    private static string Latest(int n) =>
        $"""
        SELECT * FROM (SELECT kind, order_id FROM order_identifiers WHERE kind = @p{(2 * n) + 1} AND value_hash = @p{(2 * n) + 2}
          ORDER BY placed_at DESC, order_id DESC LIMIT {OrdersEach}) AS k{n}
        """;
}
