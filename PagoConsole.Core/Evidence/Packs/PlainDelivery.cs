using System.Text.Json;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>Tells whether a message of PagoEfectivo holds nothing but what the contract names: ids, amounts, instants and words, and nobody's data.</summary>
internal static class PlainDelivery
{
    private const int LongestValue = 128;

    private static readonly HashSet<string> Outside = ["event_id", "type", "created_at", "request_id", "data"];

    private static readonly HashSet<string> Inside =
        ["payment_id", "order_id", "cip", "status", "amount", "currency", "paid_at", "channel", "transaction_id"];

    public static bool Is(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.EnumerateObject().All(field => Outside.Contains(field.Name) && (field.Name == "data" ? IsData(field.Value) : IsScalar(field.Value)));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsData(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.EnumerateObject().All(field => Inside.Contains(field.Name) && IsScalar(field.Value));

    private static bool IsScalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length <= LongestValue && !value.GetString()!.Contains('@', StringComparison.Ordinal),
        JsonValueKind.Number or JsonValueKind.Null => true,
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.True or JsonValueKind.False => false,
    };
}
