using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>Order, payment, receipt and the report's line side by side, as they stood in the last run; the field on which they disagree is marked.</summary>
public sealed partial class RecordsTable
{
    private RecordFields fields = RecordFields.Of("{}");

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Difference Difference { get; set; }

    private List<string> Missing => [.. RecordFields.Records.Where(record => !fields.Has(record))];

    protected override void OnParametersSet() => fields = RecordFields.Of(Difference.Records);

    private bool Differs(string field) => DifferenceWords.FieldsOf(Difference.Kind).Contains(field);

    private string FieldName(string field) => Text[$"Field_{field}"] is { ResourceNotFound: false } word ? word : field;

    private string? Shown(string record, string field, string value) => Text.ValueOf(
        field, value, Currency.TryParse(fields.Value(record, "currency"), out var currency) ? currency : Difference.Currency, Browser, Words);

    private static bool IsId(string field) => field.EndsWith("_id", StringComparison.Ordinal) || field == "cip";
}
