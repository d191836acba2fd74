using System.Globalization;
using System.Text.Json;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>The records of a difference as a table: a field a line, a record a column.</summary>
internal sealed class RecordFields
{
    /// <summary>The records, in the order of their columns.</summary>
    public static readonly string[] Records = ["order", "payment", "received", "row"];

    /// <summary>The order in which fields are read; others follow as they come.</summary>
    private static readonly string[] Known =
    [
        "status", "amount", "currency", "paid_at", "order_id", "payment_id", "cip", "transaction_id", "seller_id", "channel", "fee", "fee_tax", "net", "settlement_date",
        "imported", Number,
    ];

    /// <summary>The line of the report.</summary>
    private const string Number = "number";

    private readonly Dictionary<string, Dictionary<string, string>> values = new(StringComparer.Ordinal);

    private RecordFields(IReadOnlyList<string> fields) => Fields = fields;

    /// <summary>All fields that any record has.</summary>
    public IReadOnlyList<string> Fields { get; }

    public static RecordFields Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var read = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            foreach (var record in document.RootElement.EnumerateObject())
                if (ValuesOf(record.Value) is { Count: > 0 } found) read[record.Name] = found;
        var fields = Records.Where(read.ContainsKey).SelectMany(record => read[record].Keys).Distinct().OrderBy(field => Array.IndexOf(Known, field) is var at and >= 0 ? at : Known.Length).ToList();
        var all = new RecordFields(fields);
        foreach (var record in read) all.values[record.Key] = record.Value;
        return all;
    }

    public bool Has(string record) => values.ContainsKey(record);

    public string? Value(string record, string field) => values.GetValueOrDefault(record)?.GetValueOrDefault(field);

    private static Dictionary<string, string> ValuesOf(JsonElement record) => record.ValueKind switch
    {
        JsonValueKind.Object => OneOf(record),
        JsonValueKind.Array => ManyOf([.. record.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Select(OneOf)]),
        _ => [],
    };

    /// <summary>Several of a record stand as a sum; amounts of different currencies each name theirs.</summary>
    private static Dictionary<string, string> ManyOf(List<Dictionary<string, string>> many)
    {
        var currencies = many.Select(one => one.GetValueOrDefault("currency")).Distinct().ToList();
        if (currencies.Count > 1) foreach (var one in many.Where(one => one.ContainsKey("amount"))) one["amount"] = $"{one["amount"]} {one.GetValueOrDefault("currency")}";
        return many.SelectMany(one => one.Keys).Distinct().ToDictionary(
            key => key, key => key == "currency" ? string.Join(", ", currencies) : string.Join(" + ", many.Select(one => one.GetValueOrDefault(key))), StringComparer.Ordinal);
    }

    private static Dictionary<string, string> OneOf(JsonElement record)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in record.EnumerateObject())
        {
            var text = field.Value.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => null,
                JsonValueKind.String => field.Value.GetString(),
                _ => field.Value.GetRawText(),
            };
            if (field.Name == Number && field.Value.TryGetInt64(out var row)) text = ReportRow.FileLineOf(row).ToString(CultureInfo.InvariantCulture);
            if (!string.IsNullOrEmpty(text)) found[JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Name)] = text;
        }

        return found;
    }
}
