using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PagoConsole.Core.Reconciliation.Differences;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>A request as text, for the row of a workbook and for the journal, and the name of its file.</summary>
internal static class RequestText
{
    /// <summary>How its JSON is written and read.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new SetOf<DifferenceKind>(), new SetOf<DifferenceState>() },
    };

    public static string Of(WorkbookRequest request) => JsonSerializer.Serialize(request, Json);

    public static WorkbookRequest Read(string text) => JsonSerializer.Deserialize<WorkbookRequest>(text, Json)!;

    public static string FileNameOf(WorkbookRequest request)
    {
        var (from, to) = (request.Filter.From, request.Filter.To);
        var days = from == to ? Iso(from) : $"{Iso(from)}_{Iso(to)}";
        return request.Form switch
        {
            WorkbookForm.Workbook => $"reconciliation-{days}.xlsx",
            WorkbookForm.LinesCsv => $"reconciliation-lines-{days}.csv",
            WorkbookForm.DifferencesCsv => $"reconciliation-differences-{days}.csv",
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class SetOf<T> : JsonConverter<IReadOnlySet<T>>
        where T : struct, Enum
    {
        public override IReadOnlySet<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T[]>(ref reader, options)!.ToHashSet();

        public override void Write(Utf8JsonWriter writer, IReadOnlySet<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Order().ToArray(), options);
    }
}
