using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;

namespace PagoConsole.Evidence.Aml;

/// <summary>What the monitor goes by: each number of the law with its source and since when, and exchange rates by date.</summary>
public sealed partial class AmlNumbersPage
{
    private IReadOnlyList<ExchangeRate> rates = [];
    private bool mayWork;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal LegalBook Book { get; set; } = default!;

    [Inject]
    internal RateBook Rates { get; set; } = default!;

    protected override bool Concerns(JournalEntry entry) => entry.Kind == AmlEvents.RateEntered;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        mayWork = viewer.May(Permission.WorkAml);
        var read = await Rates.ReadAsync(viewer, ct);
        if (!read.Done) return read.Refusal;
        rates = read.Value;
        return null;
    }

    private string ValueOf(LegalEntry entry) => (entry.Number, entry.Value) switch
    {
        (_, null) => Text["Value_Unsettled"],
        (LegalNumber.ObligedSubject, { } yes) => Text[yes == 1 ? "Value_Yes" : "Value_No"],
        (_, { } value) => $"{value.ToString("#,0.##", CultureInfo.CurrentCulture)} {(Text[$"Unit_{entry.Unit}"] is { ResourceNotFound: false } unit ? unit.Value : entry.Unit)}",
    };
}
