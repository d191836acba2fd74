using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Register;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;

namespace PagoConsole.Evidence.Aml;

/// <summary>The register of operations over the thresholds, month by month.</summary>
public sealed partial class AmlRegisterPage
{
    /// <summary>Operations on the page; an export has them all.</summary>
    private const int Most = 500;

    private AmlMonth month;
    private RegisterView? register;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal AmlRegister Register { get; set; } = default!;

    [Inject]
    internal LegalBook Book { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "month")]
    public string? MonthName { get; set; }

    private string Years => Book.ValueAt(LegalNumber.RegisterYears, month.Last).ToString("0", CultureInfo.CurrentCulture);

    protected override bool Concerns(JournalEntry entry) => entry.Kind == AmlEvents.RateEntered;

    protected override Task OnParametersSetAsync()
    {
        month = AmlMonth.Parse(MonthName) ?? AmlMonth.Of(Time.GetUtcNow());
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Register.ReadAsync(month, viewer, ct);
        if (!read.Done) return read.Refusal;
        register = read.Value;
        return null;
    }
}
