using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>Enters one bank credit; the day stays for the next one.</summary>
public sealed partial class CreditForm
{
    private DateOnly date;
    private string currency = Currency.Pen.Code;
    private string amount = "";
    private string reference = "";
    private string? fault;
    private string? said;
    private bool busy;

    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal TakeBankCredits Take { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter]
    public EventCallback OnDone { get; set; }

    protected override void OnInitialized() => date = Lima.DayOf(Time.GetUtcNow());

    private async Task EnterAsync()
    {
        if (busy) return;
        (fault, said) = (null, null);
        var (entry, unreadable) = CreditEntry.Read(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), currency, amount, reference);
        if (entry is null)
        {
            fault = Text.FaultOf(unreadable!.Value, unreadable == CreditFault.Amount ? amount : null);
            return;
        }

        busy = true;
        var taken = await Take.EnterAsync(entry, await CurrentActor.GetAsync(), CancellationToken.None);
        busy = false;
        if (taken.Refusal is { } refusal)
        {
            fault = refusal is { Code: RefusalCode.Invalid, Field: { } field } ? Text[$"{SettlementWords.FaultPrefix}{field}"] : Words.Of(refusal);
            return;
        }

        said = Text["Credit_Done", MoneyFormat.Of(entry.Amount)];
        (amount, reference) = ("", "");
        await OnDone.InvokeAsync();
    }
}
