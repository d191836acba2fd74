using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>Whose document a hash stands for, as the latest order has it; masked for whoever may not see it.</summary>
/// <param name="Document">Its type and number, such as <c>DNI 45678912</c>.</param>
/// <param name="Name">The buyer's name.</param>
/// <param name="Account">The buyer's e-mail, phone and all else that the order tells.</param>
/// <param name="OrderId">That order.</param>
public sealed record DocumentName(string Document, string? Name, OrderAccount Account, string OrderId);

/// <summary>Finds whose documents some hashes stand for: one look-up along the index each, in one statement.</summary>
internal static class DocumentNames
{
    private const int AtOnce = 50;

    public static async Task<IReadOnlyDictionary<string, DocumentName>> ReadAsync(PagoDb db, IEnumerable<byte[]> documents, bool whole, CancellationToken ct)
    {
        var names = new Dictionary<string, DocumentName>(StringComparer.Ordinal);
        foreach (var some in documents.Where(d => !d.AsSpan().SequenceEqual(CountPayments.NoDocument)).DistinctBy(Convert.ToHexStringLower).Chunk(AtOnce))
        {
            await db.EachAsync(
                $"SELECT found.value_hash, found.order_id, c.json FROM ({string.Join(" UNION ALL ", some.Select((_, n) => Latest(n)))}) AS found JOIN order_contents c ON c.order_id = found.order_id",
                [.. some],
                row => names[Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0))] = NameOf(OrderContent.FromJson(row.GetString(2)), row.GetString(1), whole),
                ct);
        }

        return names;
    }

    private static DocumentName NameOf(OrderContent content, string orderId, bool whole)
    {
        var account = (whole ? content : content.Masked()).Account;
        return new DocumentName($"{account.DocumentType ?? "DNI"} {account.DocumentNumber}", account.FullName, account, orderId);
    }

    private static string Latest(int n) =>
        $"SELECT * FROM (SELECT value_hash, order_id FROM order_identifiers WHERE kind = 'Document' AND value_hash = @p{n} ORDER BY placed_at DESC, order_id DESC LIMIT 1) AS d{n}";
}
